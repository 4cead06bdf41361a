import type { HttpContext } from '@adonisjs/core/http'
import { Access, toldOf, type Petition } from '#intake'
import { notFound } from '#shared/not_found'
import { Typed } from '#shared/typed/typed'
import { Call, callResults } from '../models/call.ts'
import type { Message } from '../models/message.ts'

/**
 * Whom to call and why. It shows the whole telephone number, as the card does, and like the card it
 * leaves a row that this officer looked (KVKK 6698).
 */
export async function callPage(ctx: HttpContext, petition: Petition, message: Message) {
  const { officer } = ctx
  if (petition.hidesPetitionerFrom(officer)) return notFound(ctx)
  await Access.record(officer, { petition })
  const [{ name, prettyPhone, email, address }, calls] = await Promise.all([
    toldOf(petition),
    Call.about(petition),
  ])
  return {
    number: petition.number,
    message: { ...message.facts, recipient: message.maskedRecipient },
    petitioner: { name, phone: prettyPhone, email, address },
    calls: calls.rows.map(({ facts }) => facts),
    heading: message.channel === 'hand' ? 'byHandHeading' : 'heading',
    help: message.channel === 'hand' ? 'byHandHelp' : 'resultHelp',
    results: callResults(message),
    from: Typed.from(ctx).oneOf('from', ['missed']) ?? 'messages',
  }
}
