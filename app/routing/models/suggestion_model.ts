import { DateTime } from 'luxon'
import { SuggestionModelSchema } from '#database/schema'
import { transaction } from '#shared/database/transaction'

/** Öneri modeli: a version of what an authority's suggestions have learned. */
export class SuggestionModel extends SuggestionModelSchema {
  /** What is known of the newest version of each of these authorities, without the weights. */
  static async newestOf(authorityIds: readonly number[]) {
    const rows = await this.query()
      .whereIn('authority_id', [...authorityIds])
      .select('id', 'authority_id', 'version', 'lists', 'decisions', 'last_choice', 'learned_at')
      .orderBy('version')
    return new Map(rows.map((row) => [row.authorityId, row]))
  }

  /** Another process may have learned the same meanwhile: then its version stays, and this one throws. */
  static async keep(learned: Pick<SuggestionModel, Learned>) {
    await transaction(async (trx) => {
      const { authorityId, version } = learned
      await this.create({ ...learned, learnedAt: DateTime.utc() }, { client: trx })
      await this.query({ client: trx })
        .where('authority_id', authorityId)
        .where('version', '<=', version - VERSIONS)
        .delete()
    })
  }
}

/** So many versions of an authority stay. */
const VERSIONS = 3

type Learned =
  'authorityId' | 'version' | 'lists' | 'decisions' | 'lastChoice' | 'milliseconds' | 'packed'
