import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#shared/typed/problems'
import { dayOf, daysBetween, today } from '#shared/dates/turkish_date'
import { FeeNotice } from '../models/fee_notice.ts'
import { LastDay, type LastDays } from '../models/last_day.ts'
import { partAll } from '../merging/part.ts'
import { type Petition } from '../models/petition.ts'
import { Step } from '../models/step.ts'
import { movedWhileWithdrawn } from '../moving/while_withdrawn.ts'
import type { Stage } from '../stages.ts'
import { asItIsNow } from './as_it_is_now.ts'

/** Calendar days after that of the withdrawal, as the texts say. */
const DAYS_TO_UNDO = 7

/**
 * Whether it stays open although its petitioner takes it back: others may be in danger, and whoever
 * told of them may have been made to be silent. Others who joined it wait for its answer. `urgency` is a petition's own once it has one.
 */
export function outlivesWithdrawal(petition: { kind: string }) {
  const { urgency = 'ordinary', joined = 0 } = petition as { urgency?: string; joined?: number }
  return petition.kind === 'tipOff' || urgency !== 'ordinary' || joined > 0
}

/**
 * Geri çekme: the petitioner wants no answer any more.
 *
 * @returns what was done; nothing twice
 * @throws Refusal when it is concluded
 */
export function withdraw(petition: Petition) {
  return asItIsNow(petition, async (fresh, trx) => {
    if (fresh.stage === 'withdrawn') return 'withdrawn'
    if (fresh.stage === 'merged') throw new Refusal({ field: 'stage', rule: 'ledByNow' })
    if (!fresh.isOpen) throw new Refusal({ field: 'stage', rule: 'concludedByThen' })
    if (!outlivesWithdrawal(fresh)) await fresh.take({ kind: 'withdrawn', trx })
    else if (!(await wasNoted(fresh, trx))) await fresh.take({ kind: 'withdrawalNoted', trx })
    if (!fresh.isOpen) await partAll(fresh, trx)
    return outlivesWithdrawal(fresh) ? 'withdrawalNoted' : 'withdrawn'
  })
}

/**
 * Back to where it stood; to the desk where its unit was closed meanwhile.
 *
 * @throws Refusal after seven days, or where it was given up for a fee
 */
export function undoWithdrawal(petition: Petition) {
  const undo = async (fresh: Petition, trx: TransactionClientContract, lastDays: LastDays) => {
    if (fresh.stage !== 'withdrawn') return 'withdrawalUndone'
    const fee = await FeeNotice.of(fresh, trx)
    if (fee?.endedAs === 'lapsed') throw new Refusal({ field: 'stage', rule: 'feeLapsed' })
    const ended = await Step.lastOf(fresh, 'withdrawn', trx)
    if (!mayBeUndone(ended)) throw new Refusal({ field: 'stage', rule: 'undoneTooLate' })
    const before = await Step.query({ client: trx })
      .where({ petition_id: fresh.id, position: ended.position - 1 })
      .firstOrFail()
    await fresh.resume(before.stage as Stage, lastDays, trx)
    if (fee?.endedAs === 'moot' && (await standsForFee(fresh))) await fee.waitAgain(trx)
    return 'withdrawalUndone'
  }
  return asItIsNow(petition, undo, movedWhileWithdrawn)
}

/** Until when it can be undone: the last whole day. */
export function lastDayToUndo({ takenAt }: Pick<Step, 'takenAt'>) {
  return dayOf(takenAt).plus({ days: DAYS_TO_UNDO })
}

export function mayBeUndone(withdrawn: Pick<Step, 'takenAt'>) {
  return daysBetween(today(), lastDayToUndo(withdrawn)) >= 0
}

/** Else its notice came to nothing when it was no request for information, and the clocks went on. */
async function standsForFee(petition: Petition) {
  return (await LastDay.of(petition)).legal?.cause === 'feeAsked'
}

function wasNoted({ id }: Petition, trx: TransactionClientContract) {
  return Step.query({ client: trx }).where({ petition_id: id, kind: 'withdrawalNoted' }).first()
}
