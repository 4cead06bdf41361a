import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { UnitQuestionSchema } from '#database/schema'
import { dayOf, today } from '#shared/dates/turkish_date'

/** `part`: of another unit; `progress`: of the unit in charge, how far it is. */
export type AskedSort = 'part' | 'progress'
/** `lapsed`: the petition ended or went on, and nobody waits for it any more. */
export type AskedState = 'open' | 'answered' | 'declined' | 'released' | 'lapsed'

/** So many stand on a card, the latest first. */
const SHOWN = 30

/** Birime soru: what a unit is asked of a petition, by when, and what it says. */
export class UnitQuestion extends UnitQuestionSchema {
  declare sort: AskedSort
  declare state: AskedState

  static of({ id }: { id: number }) {
    return this.query().where('petition_id', id).orderBy('id', 'desc').limit(SHOWN)
  }

  /** What nobody has answered yet, the oldest first. */
  static openOf({ id }: { id: number }, trx?: TransactionClientContract) {
    const all = this.query({ client: trx }).where('petition_id', id)
    return all.where('state', 'open' satisfies AskedState).orderBy('id')
  }

  /** Of these petitions those that wait for another unit. */
  static async waitedFor(ids: readonly number[]) {
    if (ids.length === 0) return new Set<number>()
    const rows = await this.query()
      .whereIn('petition_id', [...ids])
      .where({ state: 'open' satisfies AskedState, sort: 'part' satisfies AskedSort })
      .select('petition_id')
    return new Set(rows.map(({ petitionId }) => petitionId))
  }

  get isOpen() {
    return this.state === 'open'
  }

  get isPart() {
    return this.sort === 'part'
  }

  /** Its day has passed. */
  get isLate() {
    return this.isOpen && this.isPart && dayOf(this.dueOn) < today()
  }

  /** @param by who did it; null: a step of the petition */
  end(
    state: Exclude<AskedState, 'open'>,
    by: number | null,
    words: string | null,
    trx: TransactionClientContract
  ) {
    const ended = { state, words, endedBy: by, endedAt: DateTime.utc() }
    return Object.assign(this, ended).useTransaction(trx).save()
  }
}
