import type { HttpContext } from '@adonisjs/core/http'
import { Access, Charge, petitionFor, type Petition } from '#intake'
import { allowed } from '#routing'
import { cameFrom } from '#shared/typed/came_from'
import { notFound } from '#shared/not_found'
import { ContactPlan } from '../models/contact_plan.ts'
import { mayNoteOutcome } from './demand_talk.ts'
import { linesOf } from './lists/planned_list.ts'
import { goers } from './planning/read_plan.ts'

/** The petition in the address, whose petitioner this officer may know and speak with. */
export async function petitionToContact(ctx: HttpContext) {
  const petition = await petitionFor(ctx, 'contact')
  return petition.hidesPetitionerFrom(ctx.officer) ? notFound(ctx) : petition
}

/** What of this petition is planned under the number in the address; over or not. */
export async function planAt(ctx: HttpContext, { id }: Petition) {
  const own = { petition_id: id, id: ctx.params.plan as string }
  return (await ContactPlan.query().where(own).first()) ?? notFound(ctx)
}

/** What is next of a petition, and the forms that change it. Leaves a row of the look. */
export async function planPage({ officer, request }: HttpContext, petition: Petition) {
  await Access.record(officer, { petition })
  const plans = await linesOf(officer, await ContactPlan.openOf(petition))
  const charge = await Charge.of(petition)
  const people = await goers(petition, officer)
  return {
    ...{ number: petition.number, liste: cameFrom({ request }) },
    plans,
    unreachable: plans.find(({ way }) => way === 'unreachable') ?? null,
    mayPlan: allowed(petition, 'contact', officer, charge),
    mayNote: await mayNoteOutcome(petition, officer),
    isTipOff: petition.kind === 'tipOff',
    people: people.map(({ login, name }) => ({ login, name })),
    unitId: officer.atUnit,
    typed: {},
    form: null,
  }
}
