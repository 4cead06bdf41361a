import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { PublicDayChangeSchema } from '#database/schema'
import { Officer } from '#organisation'
import { sealedColumn } from '#shared/sealed'

/** `paced`: only how long each is heard, of which nobody is told. */
export type DayChangeKind = 'moved' | 'paced' | 'cancelled'

/** Halk Günü değişikliği: what a public day was before somebody changed or cancelled it. */
export class DayChange extends PublicDayChangeSchema {
  static table = 'public_day_changes'

  @column(sealedColumn)
  declare reason: string | null

  @belongsTo(() => Officer, { foreignKey: 'madeBy' })
  declare maker: BelongsTo<typeof Officer>
}
