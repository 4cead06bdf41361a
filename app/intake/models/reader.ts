import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { PetitionReaderSchema } from '#database/schema'
import type { Officer, Unit } from '#organisation'

/** Which unit may see a petition, since when, until when. */
export class Reader extends PetitionReaderSchema {
  static table = 'petition_readers'

  /** Lets the unit see the petition, from now on. */
  static async open({ id }: { id: number }, unit: Unit, trx: TransactionClientContract) {
    const since = DateTime.utc()
    await this.create({ petitionId: id, unitId: unit.id, since, until: null }, { client: trx })
  }

  /** The unit has given it back: it sees it no longer. */
  static async close({ id }: { id: number }, unit: Unit, trx: TransactionClientContract) {
    await this.query({ client: trx })
      .where({ petition_id: id, unit_id: unit.id })
      .whereNull('until')
      .update({ until: DateTime.utc().toSQL({ includeOffset: false }) })
  }
}

interface Conditions {
  where(column: string, value: unknown): this
  whereExists(callback: (query: { from(table: string): any }) => void): this
  whereRaw(sql: string): this
}

/**
 * The one rule about who sees which petition. Every list, count, search and card asks through it:
 * bureau and managers see their authority's, a unit what it was ever charged with and did not give
 * back, anybody else nothing.
 */
export function readableBy<Query extends object>(query: Query, officer: Officer): Query {
  const conditions = query as unknown as Conditions
  conditions.where('petitions.authority_id', officer.authorityId)
  if (officer.can('petition.seeAll')) return query
  if (!officer.can('petition.seeOwnUnit') || !officer.unitId) {
    conditions.whereRaw('1 = 0')
    return query
  }
  conditions.whereExists((readers) =>
    readers
      .from('petition_readers')
      .whereColumn('petition_readers.petition_id', 'petitions.id')
      .where('petition_readers.unit_id', officer.unitId)
      .whereNull('petition_readers.until')
  )
  return query
}

/** Who brought a tip-off stays hidden from the unit: fear of reprisal (CİMER regulation). */
export function hidesPetitioner(kind: string, officer: Officer) {
  return kind === 'tipOff' && !officer.can('petition.seeAll')
}
