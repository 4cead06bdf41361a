import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { MailArrived } from '../events.ts'
import type { Mail } from '../models/mail.ts'

/** So many of one address are answered in a day: whatever answers by itself is heard no more then. */
const MOST = 3
/** What arrived before is told to nobody any more. */
const WORTH_TELLING = { days: 2 }

/** Tells once, in the mail’s own transaction, that it arrived and what happens next. */
export async function tellItsSender(mail: Mail, trx: TransactionClientContract) {
  const { sender, senderIndex, authorityId } = mail
  const now = DateTime.utc()
  if (!sender || !senderIndex || mail.arrivedAt < now.minus(WORTH_TELLING)) return
  const told = await trx
    .from('mails')
    .where('sender_index', senderIndex)
    .where('told_at', '>', stamp(now.minus({ days: 1 })))
    .select('id')
    .limit(MOST)
  if (told.length >= MOST) return
  mail.toldAt = now
  await mail.useTransaction(trx).save()
  await new MailArrived({ authorityId, email: sender }, trx).announce()
}
