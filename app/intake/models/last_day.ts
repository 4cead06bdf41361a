import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { DeadlineSchema } from '#database/schema'
import type { Clock, Deadline } from '#organisation'

/** Both clocks of a petition. */
export type Deadlines = Record<Clock, Deadline>

/**
 * Son gün: the day on which a clock of a petition ends, why, since when, until when, and by which
 * step. The reason is kept in the words of its day: rules change and leave is entered later, and
 * would make a reason that is reckoned anew untrue.
 */
export class LastDay extends DeadlineSchema {
  static table = 'deadlines'

  /** Both days of a petition that came in with this step, in one statement. */
  static async record(
    { id, receivedAt }: { id: number; receivedAt: DateTime },
    step: { id: number },
    deadlines: Deadlines,
    trx: TransactionClientContract
  ) {
    const since = receivedAt.toFormat('yyyy-MM-dd HH:mm:ss')
    const row = (clock: Clock) => {
      const deadline = deadlines[clock]
      return {
        petition_id: id,
        clock,
        due_on: deadline.on.toISODate(),
        rule_id: deadline.ruleId,
        reason: deadline.reason('tr'),
        reason_en: deadline.reason('en'),
        rolled_from: deadline.rolledFrom?.toISODate() ?? null,
        days_off: deadline.daysOff,
        since,
        step_id: step.id,
      }
    }
    await trx.table(this.table).multiInsert([row('promise'), row('legal')])
  }

  /** The days that hold now. */
  static async of({ id }: { id: number }): Promise<Partial<Record<Clock, LastDay>>> {
    const rows = await this.query().where('petition_id', id).whereNull('until')
    return Object.fromEntries(rows.map((row) => [row.clock, row]))
  }

  /** Why it is that day, as it stands beside the day. */
  reasonIn(locale: string) {
    return locale === 'tr' ? this.reason : this.reasonEn
  }
}
