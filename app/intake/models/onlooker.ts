import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { OnlookerSchema } from '#database/schema'
import type { Officer } from '#organisation'
import { stamp } from '#shared/dates/stored'

/** Whoever has not been heard of for so long has gone away; an open page says every minute it is there. */
const GONE = { minutes: 2 }

/** Bakan: an officer who has a petition open now; one row of each officer, the last one they opened. */
export class Onlooker extends OnlookerSchema {
  /** This officer opens it, or has it open still. */
  static async looks({ id: officerId }: Officer, { id: petitionId }: { id: number }) {
    const row = { officer_id: officerId, petition_id: petitionId, seen_at: stamp(DateTime.utc()) }
    await db.table('onlookers').insert(row).onConflict('officer_id').merge()
  }

  /** The page is left that last said so at this moment: nothing, where another one was opened since. */
  static async leaves({ id }: Officer, seen: DateTime) {
    await this.query()
      .where('officer_id', id)
      .where('seen_at', '<=', stamp(seen))
      .update({ petitionId: null })
  }

  /** The names of other officers of the same authority who have these petitions open, by petition. */
  static async others(officer: Officer, petitionIds: readonly number[]) {
    const rows = petitionIds.length === 0 ? [] : await namesOf(officer, petitionIds)
    const all = Map.groupBy(rows, (row) => row.petitionId)
    return new Map([...all].map(([id, them]) => [id, them.map(({ name }) => name)]))
  }

  /** Who else has this one open. */
  static async beside(officer: Officer, { id }: { id: number }) {
    return (await this.others(officer, [id])).get(id) ?? []
  }
}

async function namesOf({ id, authorityId }: Officer, petitionIds: readonly number[]) {
  const rows = await Onlooker.query()
    .join('officers', 'officers.id', 'onlookers.officer_id')
    .whereIn('onlookers.petition_id', [...petitionIds])
    .where('onlookers.seen_at', '>', stamp(DateTime.utc().minus(GONE)))
    .where('officers.authority_id', authorityId)
    .whereNot('officers.id', id)
    .orderBy('officers.name')
    .select('onlookers.petition_id', 'officers.name')
  return rows.map((row) => ({ petitionId: row.petitionId!, name: row.$extras.name as string }))
}
