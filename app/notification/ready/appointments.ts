import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { toldOf, type Step, type StepTaken } from '#intake'
import { ContactPlan, lapsePlans } from '#response'
import { dayOf } from '#shared/dates/turkish_date'
import { Message } from '../models/message.ts'
import type { MessageEvent } from '../message_events.ts'
import { outboxWakeUp } from '../dispatch/wake_up.ts'
import { recipients } from '../recipients.ts'
import type { Placeholders } from '../templates/placeholders.ts'

/** What tells of a day that was planned with the petitioner. */
const OF_A_DAY: readonly MessageEvent[] = [
  ...(['meetingGiven', 'meetingMoved', 'meetingCancelled', 'visitComing'] as const),
]

/** Day and hour of which a step tells; of any other step nothing. */
export async function appointed(
  tells: MessageEvent,
  step: Pick<Step, 'id' | 'petitionId'>,
  trx: TransactionClientContract
): Promise<Pick<Placeholders, 'day' | 'hour'>> {
  if (!OF_A_DAY.includes(tells)) return {}
  const own = { petition_id: step.petitionId, step_id: step.id }
  const { day, at } = await ContactPlan.query({ client: trx }).where(own).firstOrFail()
  return { day, hour: at }
}

/** Nobody wants to hear of a day that has passed; undefined: as long as any message. */
export function lastsUntil({ day }: Placeholders) {
  if (!day) return undefined
  const end = dayOf(DateTime.fromISO(day, { zone: 'utc' })).endOf('day')
  const seconds = Math.floor(end.diffNow('seconds').seconds)
  return { seconds: Math.max(1, Math.min(seconds, MOST)) }
}

/** As long as any message. */
const MOST = 48 * 3600

/** The petition left its unit: whoever was told of a day hears that nobody comes, or expects them. */
export async function tellOfTheLapsed(event: StepTaken) {
  const days = await lapsePlans(event)
  if (days.length === 0) return
  const { petition, step, trx } = event
  const told = recipients(await toldOf(petition, trx))
  const messages = days.flatMap((day, at) => {
    const placeholders = { number: petition.shownNumber, dueOn: null, day }
    return told.map((to) => ({
      ...{ ...to, placeholders, secret: null, locale: petition.locale },
      ...{ authorityId: petition.authorityId, petitionId: petition.id, stepId: step.id },
      ...{ event: 'meetingCancelled' as const, lastsFor: lastsUntil(placeholders) },
      // Of one step each recipient has a message of one version.
      version: at + 1,
    }))
  })
  await Message.queue(messages, trx)
  trx.after('commit', () => outboxWakeUp.ring())
}
