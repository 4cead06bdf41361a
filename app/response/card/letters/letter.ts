import type { HttpContext } from '@adonisjs/core/http'
import { Access, annexesOf, letterOf, Petition, Step } from '#intake'
import { Catalogue } from '#organisation'
import { notFound } from '#shared/not_found'
import { petitionerFacts } from '../facts.ts'
import { Names } from '../names.ts'
import { whoTook } from '../past/past.ts'

/**
 * The answer that was given last, as a letter. Its reader is named to whoever may know who brought the
 * petition: of a tip-off a unit prints a letter without a name, and the bureau the one that is sent.
 * Leaves a row that this officer looked.
 */
export async function printed(ctx: HttpContext) {
  const { officer, params } = ctx
  const petition = await Petition.findFor(officer, params.number)
  if (!petition) return notFound(ctx)
  const { number } = petition
  const step = await Step.thatConcluded(petition)
  if (!step?.publicText) return { number, letter: null, isHidden: false }
  await Access.record(officer, { petition })
  const catalogue = await Catalogue.of(petition.authorityId)
  const names = await Names.of([step.officerId, step.actedFor], [step.unitId], catalogue)
  const to = await petitionerFacts(petition, officer)
  const annexes = await annexesOf(petition)
  const unit = step.sender(catalogue).named(step.takenAt).name
  return {
    number,
    letter: {
      ...letterOf(petition, { text: step.publicText, on: step.takenAt, unit, annexes }),
      to: to && { name: to.name, address: to.address },
      signed: whoTook(step, names),
    },
    isHidden: to === null,
  }
}
