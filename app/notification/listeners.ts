import {
  toldOf,
  type CodeIssued,
  type MailArrived,
  type PetitionFacts,
  type StepKind,
  type StepTaken,
} from '#intake'
import { Catalogue, type PasswordLinkMade } from '#organisation'
import { dayOf, today } from '#shared/dates/turkish_date'
import { Message } from './models/message.ts'
import { outboxWakeUp } from './dispatch/wake_up.ts'
import { tellThoseWhoJoined } from './joins.ts'
import { appointed, lastsUntil } from './ready/appointments.ts'
import { takeAlong } from './follow_up/taken_along.ts'
import { sendOnPaper } from './post/open_letters.ts'
import { askWhetherSolved } from './surveys.ts'
import { byHand, mailFault, recipients } from './recipients.ts'
import { BY_HAND, ENDS, EVENT_OF_STEP } from './message_events.ts'

/**
 * Puts what the petitioner is to be told into the outbox, in the step's own transaction: a step
 * without its message, or a message about nothing, cannot be.
 */
export async function tellThePetitioner(event: StepTaken) {
  const { petition, step, trx, receipt } = event
  const tells = EVENT_OF_STEP[step.kind as StepKind]
  if (!tells || !(await isNews(event))) return

  // At the receipt whoever is told is at hand: a submission pays for no look-up.
  const told = receipt?.told ?? (await toldOf(petition, trx))

  if (tells === 'handedOver') await takeAlong(petition, told, trx)
  if (tells === 'renewed') await Message.dropSecrets(petition, trx)
  const hand = BY_HAND.includes(tells) ? await byHand(petition, told, trx) : []
  const placeholders = {
    ...{ number: petition.shownNumber, dueOn: dayOf(petition.dueOn).toISODate()! },
    ...(tells === 'handedOver' && { office: await nameOf(petition) }),
    ...(await appointed(tells, step, trx)),
  }
  const messages = [...recipients(told), ...hand].map((to) => ({
    ...to,
    authorityId: petition.authorityId,
    petitionId: petition.id,
    stepId: step.id,
    event: tells,
    locale: petition.locale,
    placeholders,
    lastsFor: lastsUntil(placeholders),
    secret: receipt?.secret ?? null,
    byStranger: tells === 'received' && petition.channel === 'web',
  }))
  await Message.queue(messages, trx)
  if (messages.length > 0) trx.after('commit', () => outboxWakeUp.ring())
  if (!ENDS.includes(tells)) return
  const answer = { authorityId: petition.authorityId, petitionId: petition.id, stepId: step.id }
  await sendOnPaper(answer, { isByHand: hand.length > 0, isAgain: tells === 'answerReplaced' }, trx)
  await tellThoseWhoJoined(petition, trx)
  if (tells !== 'forwarded') await askWhetherSolved(event, told)
}

/** Sends a one-time code to the telephone that it is to prove, while it still opens anything. */
export async function sendTheCode({ issued, trx }: CodeIssued) {
  const { authorityId, locale, phone, code } = issued
  const message = {
    ...{ authorityId, locale, petitionId: null, stepId: null, event: 'code' as const },
    ...{ channel: 'sms' as const, recipient: phone.e164, secret: code, lastsFor: { minutes: 5 } },
    placeholders: { number: '', dueOn: today().toISODate()! },
  }
  await Message.queue([message], trx)
  trx.after('commit', () => outboxWakeUp.ring())
}

async function nameOf({ authorityId }: PetitionFacts) {
  return (await Catalogue.of(authorityId)).authority.name
}

/** Sends an officer the link by which a password is chosen; the address is sealed until it has left. */
export async function sendThePasswordLink({ made, trx }: PasswordLinkMade) {
  const { authorityId, locale, email, address } = made
  const message = {
    ...{ authorityId, locale, petitionId: null, stepId: null, event: 'passwordLink' as const },
    ...{ channel: 'email' as const, recipient: email, secret: address, lastsFor: { hours: 24 } },
    placeholders: { number: '', dueOn: null },
  }
  await Message.queue([message], trx)
  trx.after('commit', () => outboxWakeUp.ring())
}

/** Tells whoever wrote to the bureau that somebody will read it: the content never goes back. */
export async function answerTheMail({ arrived, trx }: MailArrived) {
  const { authorityId, email } = arrived
  const message = {
    ...{ authorityId, locale: 'tr', petitionId: null, stepId: null, secret: null },
    ...{ event: 'mailArrived' as const, channel: 'email' as const, recipient: email },
    ...{ suppressed: mailFault(), byStranger: true },
    placeholders: { number: '', dueOn: null },
  }
  await Message.queue([message], trx)
  trx.after('commit', () => outboxWakeUp.ring())
}

/** A citizen hears once that a unit has the petition, not at every turn inside the house. */
async function isNews({ petition, step, trx }: StepTaken) {
  if (step.kind !== 'referred') return true
  const catalogue = await Catalogue.of(petition.authorityId)
  if (catalogue.unit(step.unitId!).isBureau) return false
  // By the steps: the message of long ago may have been taken away. Other authorities' bureaus as well.
  const before = trx
    .from('steps')
    .where({ petition_id: petition.id, kind: 'referred' })
    .whereNot('id', step.id)
    .whereNotIn('unit_id', trx.from('units').where('kind', 'bureau').select('id'))
  return !(await before.first())
}
