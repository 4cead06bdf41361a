import { column } from '@adonisjs/lucid/orm'
import { DateTime } from 'luxon'
import { LastLookSchema } from '#database/schema'
import { momentColumn } from '#shared/dates/stored'

/** Whoever opens the inbox again within so long is still at the same look: nothing is written. */
const ONE_LOOK = { minutes: 30 }

/**
 * Son bakış: when an officer looked into a unit's inbox, and the look before. What came since that one is
 * new; a write for each look, and none for each page of it.
 */
export class LastLook extends LastLookSchema {
  static table = 'last_looks'

  @column.dateTime(momentColumn)
  declare since: DateTime

  @column.dateTime(momentColumn)
  declare lookedAt: DateTime

  /** Behind which moment what came is new to them; a part of the page that asks by itself is no look. */
  static async since({ id: officerId }: { id: number }, unitId: number, isLook: boolean) {
    const now = DateTime.utc()
    const own = { officer_id: officerId, unit_id: unitId }
    const known = await this.query().where(own).first()
    if (!known) {
      const row = { officerId, unitId, since: now, lookedAt: now }
      // In two tabs at once: the other one has written it.
      if (isLook) await this.create(row).catch(() => {})
      return now
    }
    const isSame = known.lookedAt <= now && now < known.lookedAt.plus(ONE_LOOK)
    if (isLook && !isSame) await known.merge({ since: known.lookedAt, lookedAt: now }).save()
    return known.since
  }
}
