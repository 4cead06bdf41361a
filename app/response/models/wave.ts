import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { WaveSchema } from '#database/schema'
import { Core } from '../waves/words/core.ts'

/** From so many on they are a wave; fewer are what two neighbours wrote. */
export const FEWEST = 5

/** Dalga: petitions of one authority that say the same. A petition alone is one of itself, and shown to nobody. */
export class Wave extends WaveSchema {
  /** Of the petition that came first. */
  static begin(authorityId: number, terms: readonly string[], trx: TransactionClientContract) {
    const now = DateTime.utc()
    const row = { authorityId, terms: terms.join(' '), beganAt: now, lastAt: now }
    return this.create({ ...row, members: 0, apart: 0, learntAt: 0, readTo: 0 }, { client: trx })
  }

  /** The newest of an authority that are waves. */
  static newestOf(authorityId: number, most: number) {
    return this.query()
      .where({ authority_id: authorityId, many: true })
      .orderBy('last_at', 'desc')
      .orderBy('id', 'desc')
      .limit(most)
  }

  /** What its members say; null as long as they are few. */
  get says() {
    return this.core ? new Core(this.core.split(' ')) : null
  }

  get copies() {
    return this.members - this.apart
  }
}
