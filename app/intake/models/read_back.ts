import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { ReadBackSchema } from '#database/schema'
import { Officer } from '#organisation'

/** Okundu: what an officer wrote down was read to whoever brought it, who said that it is right. */
export class ReadBack extends ReadBackSchema {
  @belongsTo(() => Officer)
  declare officer: BelongsTo<typeof Officer>

  /** By whom and when; null where nobody read it out. */
  static async of(petitionId: number) {
    const row = await this.query().where({ petitionId }).preload('officer').first()
    return row && { by: row.officer.name, at: row.readAt }
  }
}
