import type { HttpContext } from '@adonisjs/core/http'
import { Access, CALLED, Petition, SampleCall, Step } from '#intake'
import { notFound } from '#shared/not_found'
import { petitionerFacts } from '../card/facts.ts'

/** The call in the address, of a petition that this officer sees. */
export async function sampleAt(ctx: HttpContext) {
  const own = { id: Number(ctx.params.id), authority_id: ctx.officer.authorityId }
  const call = (await SampleCall.query().where(own).first()) ?? notFound(ctx)
  const [petition] = await Petition.seenBy(ctx.officer, [call.petitionId])
  return { call, petition: petition ?? notFound(ctx) }
}

/** Whom to call, and what they were answered. */
export async function samplePage(
  { officer }: HttpContext,
  { call, petition }: Awaited<ReturnType<typeof sampleAt>>
) {
  await Access.record(officer, { petition })
  const petitioner = await petitionerFacts(petition, officer)
  const step = await Step.thatConcluded(petition)
  return {
    ...{ id: call.id, number: petition.number, language: petition.locale, results: CALLED },
    phone: petitioner?.phone ?? null,
    name: petitioner?.name ?? null,
    answer: step?.publicText ?? null,
    typed: { heard: call.result ?? '', calledWords: call.words ?? '' },
    isDone: call.calledAt !== null,
  }
}
