import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Petition, PetitionChanged, Petitioner, renewSecret } from '#intake'
import type { Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { isDuplicate, transaction } from '#shared/database/transaction'
import { outboxWakeUp } from '../dispatch/wake_up.ts'
import { Message } from '../models/message.ts'
import { Silence } from '../models/silence.ts'
import { TELLS_SECRET } from '../message_events.ts'

/** Another message is under way or has arrived: this one is not sent again. */
export class NotMissed extends Refusal {
  constructor() {
    super({ field: 'stage', rule: 'notMissed' })
  }
}

/** Its telephone gets no texts. */
export class Silenced extends Refusal {
  constructor() {
    super({ field: 'stage', rule: 'silenced' })
  }
}

/** Somebody else did something with the petition since the page was made. */
export class ChangedMeanwhile extends Refusal {
  constructor() {
    super({ field: 'version', rule: 'changed' })
  }
}

/** It was sent again before: a second press of the same button. */
class SentAgainAlready extends Error {}

/**
 * Says once more what did not arrive: a message of the same step, event and recipient, its version
 * one higher. A message with a secret has forgotten it, so that a new secret is made and told.
 * Twice the same is once; the unique key and the petition's version see to that.
 *
 * @throws NotMissed, Silenced; PetitionChanged when somebody else was there meanwhile
 */
export async function sendAgain(message: Message, petition: Petition, officer: Officer) {
  if (!message.mayBeSentAgain) throw new NotMissed()
  const to = await recipientNow(message, petition)
  if (to === null || (await isSilenced(message, to, petition))) throw new Silenced()
  const tellsSecret = TELLS_SECRET.includes(message.event)
  try {
    if (tellsSecret) await tellNewSecret(message, petition, officer)
    else await transaction((trx) => tellAgain(message, to, trx))
  } catch (error) {
    const isSecond = error instanceof PetitionChanged && (await hasNewerSecret(message))
    if (!isSecond && !(error instanceof SentAgainAlready) && !isDuplicate(error, 'messages')) {
      throw error
    }
    // It may have ended after its successor was written: then nobody needs to be called for it.
    await Message.query().where('id', message.id).update({ missed_at: null })
  }
}

/** The telephone may be another one by now: nothing of a petition goes to the old one. */
async function recipientNow({ channel, recipient }: Message, petition: Petition) {
  if (channel !== 'sms') return recipient
  return (await Petitioner.findByOrFail('petitionId', petition.id)).phone
}

async function isSilenced({ channel }: Message, to: string, petition: Petition) {
  return channel === 'sms' && (await Silence.of(petition, to).first()) !== null
}

async function tellNewSecret(message: Message, petition: Petition, officer: Officer) {
  await petition.change(async (current, trx) => {
    if (await hasNewerSecret(message, trx)) throw new SentAgainAlready()
    await renewSecret(current, officer, trx)
  })
}

async function hasNewerSecret({ petitionId, stepId }: Message, trx?: TransactionClientContract) {
  const newer = Message.query({ client: trx })
    .where('petition_id', petitionId!)
    .where('step_id', '>', stepId!)
    .whereIn('event', [...TELLS_SECRET])
  return (await newer.first()) !== null
}

async function tellAgain(message: Message, recipient: string, trx: TransactionClientContract) {
  await Message.query({ client: trx }).where('id', message.id).update({ missed_at: null })
  await Message.queue([{ ...message.again, recipient }], trx)
  trx.after('commit', () => outboxWakeUp.ring())
}
