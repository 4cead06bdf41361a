import { column } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DraftSittingSchema } from '#database/schema'
import { sealedColumn } from '#shared/sealed'

/** As far as it says whose they are. */
interface Whose {
  petition: { id: number }
  officer: { id: number }
}

/** So many of one officer's stand beside each other: more pages of one petition nobody keeps open. */
export const MOST_SITTINGS = 8

/**
 * Oturuş: what an officer has written of an answer on one page and not saved. Each page has a row of
 * its own, so that neither another officer nor one's own second tab writes over it.
 */
export class DraftSitting extends DraftSittingSchema {
  @column(sealedColumn)
  declare words: string | null

  /** Those of one officer's that nobody saved or threw away, the latest first. */
  static openOf({ petition, officer }: Whose, trx?: TransactionClientContract) {
    return this.query(trx && { client: trx })
      .where({ petition_id: petition.id, officer_id: officer.id })
      .whereNull('closed_at')
      .orderBy('kept_at', 'desc')
      .orderBy('id', 'desc')
      .limit(MOST_SITTINGS)
  }

  /** The fields as they stood on the page, by the names that they have in their form. */
  get typed(): Record<string, string> {
    return JSON.parse(this.words ?? '{}')
  }
}
