import { DateTime } from 'luxon'
import { Refusal } from '#shared/typed/problems'
import { Typed } from '#shared/typed/typed'
import { transaction } from '#shared/database/transaction'
import { inTurkiye, today } from '#shared/dates/turkish_date'
import { outboxWakeUp } from '../dispatch/wake_up.ts'
import { stamp } from '#shared/dates/stored'
import { recipientIndex } from '../channel.ts'
import { Message } from '../models/message.ts'

/** To one number in ten minutes: enough to try all letters, too few to annoy anybody. */
const MOST = 5
const SPAN = { minutes: 10 }

/**
 * Deneme mesajı: a text through one gateway, whoever's turn it is, to see whether its letters arrive.
 *
 * @throws Refusal for a number that no text reaches, or that has had enough
 */
export async function sendTest(
  through: { gateway: string; position: number },
  { authorityId, typed }: { authorityId: number; typed: string }
): Promise<Message> {
  const phone = new Typed({ phone: typed }).read((form) =>
    form.phone('phone', { required: 'mobile', wrong: 'mobile' })
  )
  const index = recipientIndex('sms', phone.e164)
  const recent = await recentlyTo(index)
  if (recent.length >= MOST) {
    throw new Refusal({ field: 'phone', rule: 'enough', values: { most: MOST } })
  }

  const id = await transaction((trx) =>
    Message.queueOne(
      {
        ...{ authorityId, locale: 'tr', petitionId: null, stepId: null },
        ...{ event: 'test', channel: 'sms', recipient: phone.e164, secret: null },
        ...{ lastsFor: SPAN, through },
        placeholders: {
          number: inTurkiye(DateTime.now()).toFormat('HH.mm.ss'),
          dueOn: today().toISODate()!,
        },
      },
      trx
    )
  )
  outboxWakeUp.ring()
  return Message.findOrFail(id)
}

function recentlyTo(index: string) {
  return Message.query()
    .select('id')
    .where({ recipient_index: index, event: 'test' })
    .where('created_at', '>', stamp(DateTime.utc().minus(SPAN)))
    .limit(MOST)
}
