import { DateTime } from 'luxon'
import { DailyRoundSchema } from '#database/schema'
import { momentColumn } from '#shared/dates/stored'
import { column } from '@adonisjs/lucid/orm'

/** Günlük tur: of one day, since when, and whether everybody was reminded. One row of a day, whoever begins. */
export class DailyRound extends DailyRoundSchema {
  @column.dateTime(momentColumn)
  declare begunAt: DateTime

  @column.dateTime(momentColumn)
  declare finishedAt: DateTime | null

  /** The one of this day, begun now where nobody has: what holds at this moment holds for all of it. */
  static async of(day: DateTime): Promise<DailyRound> {
    const on = day.toISODate()!
    const known = () => this.query().where('day', on).first()
    const found = await known()
    if (found) return found
    const row = { day, begunAt: DateTime.utc(), looked: 0, reminded: 0, told: 0 }
    return this.create(row).catch(async (error: unknown) => {
      const other = await known()
      if (!other) throw error
      return other
    })
  }

  finish(done: { looked: number; reminded: number; told: number }) {
    Object.assign(this, done, { finishedAt: DateTime.utc() })
    return this.save()
  }
}
