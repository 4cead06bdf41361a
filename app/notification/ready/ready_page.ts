import type { HttpContext } from '@adonisjs/core/http'
import { Access, Charge, petitionFor, toldOf, type Petition } from '#intake'
import { allowed } from '#routing'
import { cameFrom } from '#shared/typed/came_from'
import { notFound } from '#shared/not_found'
import { PhoneNumber } from '#shared/typed/phone_number'
import { readyMessages } from './ready_messages.ts'
import { MOST_A_DAY, whyNot } from './why_not.ts'

/** The petition in the address, whose petitioner this officer may know and speak with. */
export async function petitionToText(ctx: HttpContext) {
  const petition = await petitionFor(ctx, 'contact')
  return petition.hidesPetitionerFrom(ctx.officer) ? notFound(ctx) : petition
}

/** What could be sent, each with its words; or why nothing can. Leaves a row of the look. */
export async function readyPage({ officer, request }: HttpContext, petition: Petition) {
  await Access.record(officer, { petition })
  const told = await toldOf(petition)
  const charge = await Charge.of(petition)
  const rule = await whyNot(petition, told)
  const isStage = allowed(petition, 'contact', officer, charge)
  return {
    ...{ number: petition.number, liste: cameFrom({ request }) },
    version: petition.version,
    lang: petition.locale,
    phone: (told.phone && PhoneNumber.parse(told.phone)?.masked) ?? null,
    whyNot: isStage ? rule : 'notAllowed',
    most: MOST_A_DAY,
    texts: (await readyMessages(petition)).map(({ event, text, parts }) => ({
      event,
      text,
      parts,
    })),
    typed: {},
  }
}
