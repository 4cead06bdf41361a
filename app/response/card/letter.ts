import i18nManager from '@adonisjs/i18n/services/main'
import type { HttpContext } from '@adonisjs/core/http'
import { Access, Petition, Step } from '#intake'
import { Catalogue } from '#organisation'
import { notFound } from '#shared/not_found'
import { petitionerFacts } from './facts.ts'
import { Names } from './names.ts'
import { whoTook } from './past/past.ts'

/**
 * The answer that was given last, as a letter. Its reader is named to whoever may know who brought the
 * petition: of a tip-off a unit prints a letter without a name, and the bureau the one that is sent.
 * Leaves a row that this officer looked.
 */
export async function letterOf(ctx: HttpContext) {
  const { officer, params } = ctx
  const petition = await Petition.findFor(officer, params.number)
  const step = petition && (await Step.thatConcluded(petition))
  if (!petition || !step?.publicText) return notFound(ctx)
  await Access.record(officer, { petition })
  const catalogue = await Catalogue.of(petition.authorityId)
  const names = await Names.of([step.officerId, step.actedFor], [step.unitId], catalogue)
  const to = await petitionerFacts(petition, officer)
  const { number, kind, locale: language, receivedAt } = petition
  return {
    ...{ number, kind },
    letter: {
      ...{ number, language, receivedAt, text: step.publicText, on: step.takenAt },
      unit: step.sender(catalogue).named(step.takenAt).name,
      to: to && { name: to.name, address: to.address },
      signed: whoTook(step, names),
      /** in the language of whoever will read it */
      say: (key: string, values?: object) =>
        i18nManager.locale(language).t(`intake.letter.${key}`, { ...values }),
    },
    isHidden: to === null,
  }
}
