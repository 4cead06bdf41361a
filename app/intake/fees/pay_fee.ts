import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { feePaidDay, type Officer } from '#organisation'
import { dayOf, daysBetween, longDate, today } from '#shared/dates/turkish_date'
import type { FeeNotice } from '../models/fee_notice.ts'
import type { Petition } from '../models/petition.ts'
import type { LastDays } from '../models/last_day.ts'
import { Step } from '../models/step.ts'
import type { Stage } from '../stages.ts'
import { settingsOf } from './settings.ts'

/** Calendar days after a fee lapsed in which somebody may still write that it was paid in time. */
const DAYS_TO_MEND = 7

/** Whether a payment can be written down: it waits, or lapsed a few days ago. */
export function isFeePayable(fee: FeeNotice | null) {
  if (!fee || fee.endedAs === 'moot') return false
  const days = fee.endedAt ? daysBetween(dayOf(fee.endedAt), today()) : 0
  return fee.isOpen || (fee.endedAs === 'lapsed' && days <= DAYS_TO_MEND)
}

/** It was paid on that day: the clocks go on, and what was given up for it stands where it stood. */
export async function payFee(
  petition: Petition,
  fee: FeeNotice,
  { paidOn, officer }: { paidOn: DateTime; officer: Officer },
  trx: TransactionClientContract
) {
  const lastDays = await daysPaid(petition, fee, paidOn, trx)
  const paid = { endedAs: 'paid' as const, endedAt: DateTime.utc(), paidOn }
  const alongside = () => fee.merge(paid).useTransaction(trx).save()
  const taking = { kind: 'feePaid', officer, note: longDate(paidOn), alongside } as const
  if (fee.endedAs !== 'lapsed') return petition.take({ ...taking, lastDays, trx })
  const lapsed = await Step.lastOf(petition, 'feeLapsed', trx)
  const before = { petition_id: petition.id, position: lapsed.position - 1 }
  const { stage } = await Step.query({ client: trx }).where(before).firstOrFail()
  return petition.resume(stage as Stage, lastDays, trx, taking)
}

async function daysPaid(
  petition: Petition,
  { dueWas, legalDueWas }: FeeNotice,
  paidOn: DateTime,
  trx: TransactionClientContract
): Promise<LastDays> {
  const settings = await settingsOf(petition, paidOn, trx)
  const legal = legalDueWas && feePaidDay(settings.legal, legalDueWas)
  const promise = dueWas && feePaidDay(settings.promise, dueWas)
  return { ...(legal && { legal }), ...(promise && { promise }) }
}
