import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { DeadlineSchema } from '#database/schema'
import type { Clock, Deadline } from '#organisation'
import { insert } from '#shared/database/insert'
import { stamp } from '#shared/dates/stored'
import { dayOf } from '#shared/dates/turkish_date'

/** A last day and why it is that day, as `Deadline` reckons it. */
type Given = Pick<Deadline, 'on' | 'ruleId' | 'rolledFrom' | 'daysOff' | 'reason'>

/** What a step sets or moves: for each clock that gets a last day, that day. */
export type LastDays = Partial<Record<Clock, Given>>

/**
 * Son gün: the day on which a clock of a petition ends, why this day, since when, until when, and by
 * which steps. The reason is kept in the words of its day: rules change and leave is entered later,
 * and would make a reason that is reckoned anew untrue.
 *
 * Whatever changes a day, as an extension, a pause or leave that is entered, adds a row:
 * `petition.take({ kind, lastDays })`. No other way leads to a day.
 */
export class LastDay extends DeadlineSchema {
  static table = 'deadlines'

  /** The days that hold now. */
  static async of({ id }: { id: number }): Promise<Partial<Record<Clock, LastDay>>> {
    const rows = await this.query().where('petition_id', id).whereNull('until')
    return Object.fromEntries(rows.map((row) => [row.clock, row]))
  }

  /**
   * What the petition keeps of the days, for the indexes of its lists. The rules stand there for the
   * release before this one.
   *
   * @throws Error for a day before the one that was promised: nobody is told later that it was sooner
   */
  static onPetition(petition: { dueOn?: DateTime }, { promise, legal }: LastDays) {
    if (promise && petition.dueOn && promise.on < dayOf(petition.dueOn)) {
      throw new Error('a promised day never moves to an earlier one')
    }
    return {
      ...(promise && { dueOn: promise.on, dueRuleId: promise.ruleId }),
      ...(legal && { legalDueOn: legal.on, legalRuleId: legal.ruleId }),
    }
  }

  /** Ends what runs on these clocks and begins what the step gives them: one statement, two if any ran. */
  static async begin(
    days: LastDays,
    step: { id: number; petitionId: number; position: number; takenAt: DateTime },
    trx: TransactionClientContract
  ) {
    const rows = Object.entries(days).map(([clock, day]) => rowOf(clock, day, step))
    if (rows.length === 0) return
    const now = { until: stamp(step.takenAt), until_step_id: step.id }
    if (step.position > 1) {
      await trx
        .from(this.table)
        .where('petition_id', step.petitionId)
        .whereIn('clock', Object.keys(days))
        .whereNull('until')
        .update(now)
    }
    await insert(this.table, rows, trx)
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
  }
}
