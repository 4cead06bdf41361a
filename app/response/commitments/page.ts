import type { HttpContext } from '@adonisjs/core/http'
import { Access, Charge, Petition } from '#intake'
import { cameFrom } from '#shared/typed/came_from'
import { notFound } from '#shared/not_found'
import { Commitment } from '../models/commitment.ts'
import { mayEnd, mayPromise } from './may_promise.ts'

/** The petition in the address, for whoever sees it. */
export async function promisedAt(ctx: HttpContext) {
  return (await Petition.findFor(ctx.officer, ctx.params.number)) ?? notFound(ctx)
}

/** One promise of it. */
export async function promiseAt(ctx: HttpContext, petition: Petition) {
  const of = { id: Number(ctx.params.promise), petition_id: petition.id }
  return (await Commitment.query().where(of).first()) ?? notFound(ctx)
}

/** What is promised to a petition, and whether this officer says more. */
export async function promisesPage({ officer, request }: HttpContext, petition: Petition) {
  await Access.record(officer, { petition })
  const all = await Commitment.of(petition)
  return {
    ...{ number: petition.number, liste: cameFrom({ request }) },
    promises: all.map((one) => ({ ...one.facts, ends: mayEnd(petition, officer, one) })),
    may: mayPromise(petition, officer, await Charge.of(petition)),
    typed: {},
  }
}
