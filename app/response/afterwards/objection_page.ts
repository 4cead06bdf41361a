import type { HttpContext } from '@adonisjs/core/http'
import { aboveOf, Access, decides, Objection, Petition, Step } from '#intake'
import { Catalogue } from '#organisation'
import { notFound } from '#shared/not_found'

/** The petition in the address and its objection, for whoever sees the petition. */
export async function objectionAt(ctx: HttpContext) {
  const petition = (await Petition.findFor(ctx.officer, ctx.params.number)) ?? notFound(ctx)
  const objection = (await Objection.of(petition)) ?? notFound(ctx)
  return { petition, objection }
}

/** The objection beside the answer that it is about. */
export async function objectionPage(
  { officer }: HttpContext,
  { petition, objection }: Awaited<ReturnType<typeof objectionAt>>
) {
  await Access.record(officer, { petition })
  const catalogue = await Catalogue.of(petition.authorityId)
  const step = await Step.findOrFail(objection.stepId)
  return {
    ...{ number: petition.number, language: petition.locale, level: objection.level },
    ...{ words: objection.words, madeAt: objection.madeAt, dueOn: objection.dueOn },
    above: await aboveOf(objection),
    answer: step.publicText,
    unit: step.sender(catalogue).named(step.takenAt).name,
    isOpen: objection.isOpen,
    decides: decides(officer, objection, petition),
    typed: {},
  }
}
