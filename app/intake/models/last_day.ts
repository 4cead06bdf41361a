import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { DeadlineSchema } from '#database/schema'
import type { Clock, Deadline, Kept } from '#organisation'
import { insert } from '#shared/database/insert'
import { stamp } from '#shared/dates/stored'
import { dayOf } from '#shared/dates/turkish_date'
import { Reckoning, type Reckonings } from './reckoning.ts'

/** A last day and why it is that day, as `Deadline` reckons it. */
type Given = Pick<Deadline, 'on' | 'ruleId' | 'rolledFrom' | 'daysOff' | 'reason'> & { kept?: Kept }

/** The days that a step moves: for each clock that gets another last day, that day. */
export type LastDays = Partial<Record<Clock, Given>>

/** What holds of a clock now: the day of its receipt, or what a step made of it. */
export type DayHeld = Pick<
  LastDay,
  'dueOn' | 'ruleId' | 'reason' | 'reasonEn' | 'rolledFrom' | 'daysOff' | 'reasonIn'
> &
  Partial<Kept>

type Reckoned = Record<(typeof REFERENCE)[Clock], number | null>
type Dated = { id: number; $trx?: TransactionClientContract } & Reckoned

/** Where a petition names the reckoning that holds, until a step moves its day. */
const REFERENCE = { promise: 'promiseReckoningId', legal: 'legalReckoningId' } as const

/** A clock that stood goes on: the fee is paid, or nobody waits for an answer any more. */
const GO_ON = ['feePaid', 'resumed']

const COLUMNS =
  'petition_id, clock, due_on, rule_id, reason, reason_en, rolled_from, days_off, since, step_id'

/**
 * Son gün: the day on which a clock of a petition ends, why this day, since when, until when, and by
 * which steps. The reason is kept in the words of its day: rules change and leave is entered later,
 * and would make a reason that is reckoned anew untrue.
 *
 * At receipt a petition names its `Reckoning`, which it shares with others. Whatever changes a day, as
 * an extension, a pause or leave that is entered, adds a row: `petition.take({ kind, lastDays })`. No
 * other way leads to a day.
 */
export class LastDay extends DeadlineSchema {
  static table = 'deadlines'

  /** The days that hold now; within a transaction those that it sees. */
  static async of(petition: Dated): Promise<Partial<Record<Clock, DayHeld>>> {
    const { promiseReckoningId: promise, legalReckoningId: legal, $trx: client } = petition
    const days: Partial<Record<Clock, DayHeld>> = {}
    if (promise !== null) days.promise = await Reckoning.known(promise, client)
    if (legal !== null) days.legal = await Reckoning.known(legal, client)
    if (days.promise && days.legal) return days
    const rows = await this.query({ client }).where('petition_id', petition.id).whereNull('until')
    return { ...Object.fromEntries(rows.map((row) => [row.clock, row])), ...days }
  }

  /** What a new petition keeps of its days: the days themselves for the indexes of its lists. */
  static atReceipt({ promise, legal }: Reckonings) {
    return {
      dueOn: promise.dueOn,
      promiseReckoningId: promise.id,
      legalDueOn: legal.dueOn,
      legalReckoningId: legal.id,
    }
  }

  /**
   * The same of the days that a step moves: from now on their rows say why.
   *
   * @throws Error for a day before the one that was promised: nobody is told later that it was sooner
   */
  static onPetition(petition: { dueOn?: DateTime }, { promise, legal }: LastDays) {
    // While it stood the day said was the one at the latest; `goneOnDay` keeps the one before.
    const goesOn = GO_ON.includes(promise?.kept?.cause ?? '')
    if (promise && !goesOn && petition.dueOn && promise.on < dayOf(petition.dueOn)) {
      throw new Error('a promised day never moves to an earlier one')
    }
    return {
      ...(promise && { dueOn: promise.on, promiseReckoningId: null }),
      ...(legal && { legalDueOn: legal.on, legalReckoningId: null }),
    }
  }

  /** The reckonings that such a step ends; those of a petition as it was before. */
  static endedBy(petition: Reckoned, days: LastDays) {
    const ids = (Object.keys(days) as Clock[]).map((clock) => petition[REFERENCE[clock]])
    return ids.filter((id) => id !== null)
  }

  /**
   * Ends what runs on these clocks and begins what the step gives them: two statements, three where
   * one clock was moved before and the other was not.
   */
  static async begin(
    days: LastDays,
    reckoned: number[],
    step: { id: number; petitionId: number; takenAt: DateTime },
    trx: TransactionClientContract
  ) {
    const rows = Object.entries(days).map(([clock, day]) => rowOf(clock, day, step))
    if (rows.length === 0) return
    if (reckoned.length > 0) await this.#end(reckoned, step, trx)
    if (reckoned.length < rows.length) {
      await trx
        .from(this.table)
        .where('petition_id', step.petitionId)
        .whereIn('clock', Object.keys(days))
        .whereNull('until')
        .update({ until: stamp(step.takenAt), until_step_id: step.id })
    }
    await insert(this.table, rows, trx)
  }

  /** What a petition shared with others becomes its own, so that its history is whole. */
  static #end(
    reckoned: number[],
    step: { id: number; petitionId: number; takenAt: DateTime },
    trx: TransactionClientContract
  ) {
    const places = reckoned.map(() => '?').join(', ')
    return trx.rawQuery(
      `insert into deadlines (${COLUMNS}, until, until_step_id)
       select steps.petition_id, clock, due_on, rule_id, reason, reason_en, rolled_from, days_off,
         steps.taken_at, steps.id, ?, ?
       from reckonings join steps on steps.petition_id = ? and steps.position = 1
       where reckonings.id in (${places}) order by reckonings.id`,
      [stamp(step.takenAt), step.id, step.petitionId, ...reckoned]
    )
  }

  /** Why it is that day, as it stands beside the day. */
  reasonIn(locale: string) {
    return locale === 'tr' ? this.reason : this.reasonEn
  }
}

function rowOf(
  clock: string,
  day: Given,
  step: { id: number; petitionId: number; takenAt: DateTime }
) {
  return {
    petition_id: step.petitionId,
    clock,
    due_on: day.on.toISODate(),
    rule_id: day.ruleId,
    reason: day.reason('tr'),
    reason_en: day.reason('en'),
    rolled_from: day.rolledFrom?.toISODate() ?? null,
    days_off: day.daysOff,
    since: stamp(step.takenAt),
    step_id: step.id,
    ...keptIn(day.kept),
  }
}

/** How it is counted, where a step gave it; a row that leave moved counts as it did before. */
function keptIn(kept?: Kept) {
  return {
    cause: kept?.cause ?? null,
    counted_from: kept?.countedFrom ? dayOf(kept.countedFrom).toISODate() : null,
    amount: kept?.amount ?? null,
    counted: kept?.counted ?? null,
    rolls: kept?.rolls ?? null,
    pauses: kept?.pauses ?? null,
  }
}
