import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { type DateTime } from 'luxon'
import { DigestSchema } from '#database/schema'
import { insert } from '#shared/database/insert'
import { moment, stamp, type Stored } from '#shared/dates/stored'

/** Günlük özet: what an officer was told by e-mail of a day. One of a person and day, whatever runs twice. */
export class Digest extends DigestSchema {
  /** Until when the news of each officer were told on the days before this one. */
  static async newsUntil(day: DateTime, oldest: DateTime) {
    const rows: { officer_id: number; news_until: Stored }[] = await db
      .from('digests')
      .whereBetween('day', [oldest.toISODate()!, day.minus({ days: 1 }).toISODate()!])
      .orderBy('day')
      .select('officer_id', 'news_until')
    return new Map(rows.map((row) => [row.officer_id, moment(row.news_until)]))
  }

  /** Of these officers those who have had theirs. */
  static async had(day: DateTime, officerIds: readonly number[], trx: TransactionClientContract) {
    const rows: { officer_id: number }[] = await trx
      .from('digests')
      .whereIn('officer_id', [...officerIds])
      .where('day', day.toISODate()!)
      .select('officer_id')
    return new Set(rows.map((row) => row.officer_id))
  }

  static note(
    day: DateTime,
    officerIds: readonly number[],
    newsUntil: DateTime,
    trx: TransactionClientContract
  ) {
    const rows = officerIds.map((officerId) => ({
      ...{ officer_id: officerId, day: day.toISODate()!, news_until: stamp(newsUntil) },
    }))
    return insert('digests', rows, trx)
  }
}
