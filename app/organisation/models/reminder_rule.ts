import { type DateTime } from 'luxon'
import { ReminderRuleSchema } from '#database/schema'
import { stamp } from '#shared/dates/stored'
import type { Clock } from '../deadlines/deadline.ts'

/**
 * Hatırlatma kuralı: when an authority wants its people reminded of the last day of a clock, and to whom
 * a late petition climbs. A row never says anything else: who changes it closes it and enters another.
 */
export class ReminderRule extends ReminderRuleSchema {
  /** What this authority had said by a moment, whatever was changed since; the latest of each clock first. */
  static saidBy(authorityId: number, at: DateTime) {
    return this.query()
      .where('authority_id', authorityId)
      .where('entered_at', '<=', stamp(at))
      .where((open) => void open.whereNull('closed_at').orWhere('closed_at', '>', stamp(at)))
      .orderBy('id', 'desc')
  }

  /** The authority's own words on a clock, or none. */
  static ownOf(authorityId: number, clock: Clock) {
    const own = this.query().where({ authority_id: authorityId, clock }).whereNull('closed_at')
    return own.orderBy('id', 'desc').first()
  }
}
