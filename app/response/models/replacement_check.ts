import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { ReplacementCheckSchema } from '#database/schema'
import type { Sort } from '../checks/finding.ts'
import { keptPlaces, placesOf } from '../checks/kept_places.ts'
import type { Noted } from './answer_check.ts'

/** So many of a petition's are shown: of nine checks each, nobody corrects an answer more often. */
const MOST = 180

/** What stands beside an answer that is to take another's place: what it was sent on in spite of, and why. */
export class ReplacementCheck extends ReplacementCheckSchema {
  declare sort: Sort

  static async keep(
    { id: replacementId }: { id: number },
    noted: readonly Noted[],
    officer: { id: number },
    trx: TransactionClientContract
  ) {
    const about = { replacementId, officerId: officer.id, madeAt: DateTime.utc() }
    const rows = noted.map(({ sort, places, reason }) => ({
      ...{ ...about, sort: sort as Sort, reason: reason!, found: keptPlaces(places) },
    }))
    if (rows.length > 0) await this.createMany(rows, { client: trx })
  }

  /** Of these, in their order. */
  static async of(replacements: readonly { id: number }[]) {
    if (replacements.length === 0) return []
    const ids = replacements.map(({ id }) => id)
    return this.query().whereIn('replacement_id', ids).orderBy('id').limit(MOST)
  }

  get places() {
    return placesOf(this.found)
  }
}
