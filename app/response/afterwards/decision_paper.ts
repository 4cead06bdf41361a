import type { HttpContext } from '@adonisjs/core/http'
import { Access, decidedOf, printDecision, type Petition } from '#intake'
import { Catalogue } from '#organisation'
import { notFound } from '#shared/not_found'
import { petitionerFacts } from '../card/facts.ts'
import { Names } from '../card/names.ts'

/** The letter of a decided objection for an officer who sees its petition, signed by whoever decided. */
export async function decisionPaper(ctx: HttpContext, petition: Petition) {
  const decided = (await decidedOf(petition)) ?? notFound(ctx)
  await Access.record(ctx.officer, { petition })
  const catalogue = await Catalogue.of(decided.decidingId)
  const names = await Names.of([decided.decidedBy], [], catalogue)
  const to = await petitionerFacts(petition, ctx.officer)
  const signed = names.officer(decided.decidedBy)
  const pdf = await printDecision(petition, decided, { to, signed })
  return { number: petition.number, pdf }
}
