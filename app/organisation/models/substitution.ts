import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { SubstitutionSchema } from '#database/schema'
import { today } from '#shared/dates/turkish_date'
import { Officer } from './officer.ts'

/**
 * Vekâlet: one officer stands in for another, from day to day. What the one who is away may see and do,
 * and nothing that others do in whose place that one stands in. Never deleted: ended.
 */
export class Substitution extends SubstitutionSchema {
  /** With roles in `aheadAt`. */
  @belongsTo(() => Officer)
  declare officer: BelongsTo<typeof Officer>

  @belongsTo(() => Officer, { foreignKey: 'substituteId' })
  declare substitute: BelongsTo<typeof Officer>

  /** Those of an authority that hold today or on days to come. */
  static aheadAt(authorityId: number) {
    return this.query()
      .where('authority_id', authorityId)
      .where('last_day', '>=', today().toISODate()!)
      .whereNull('ended_at')
      .preload('officer', (officers) => void officers.preload('officerRoles'))
      .orderBy('last_day')
      .orderBy('id')
  }

  get state() {
    const day = today().toISODate()!
    if (this.endedAt) return 'ended'
    if (this.lastDay.toISODate()! < day) return 'over'
    return this.firstDay.toISODate()! > day ? 'coming' : 'now'
  }

  /** Whether it can still be ended. */
  get isOpen() {
    return this.state === 'now' || this.state === 'coming'
  }
}
