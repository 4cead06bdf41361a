import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { ReckoningSchema } from '#database/schema'
import type { Catalogue, Clock } from '#organisation'
import { again, isDuplicate } from '#shared/database/transaction'
import { Remembered } from '#shared/remembered'
import { digestOf, reckonedDay, type ReckonedDay } from './reckoned_day.ts'

export type Reckonings = Record<Clock, Reckoning>

/** So many are kept in memory, of all authorities: a few a day each, and petitions stay open for weeks. */
const MOST = 10_000

/**
 * Hesap: the last day of a clock for whatever an authority receives on one day under one rule, and
 * why, in the words of then. Its petitions share the row. It never changes: when leave is entered, or
 * a rule says it otherwise, the next petition makes another one.
 */
export class Reckoning extends ReckoningSchema {
  static table = 'reckonings'

  static #written = new Map<string, Remembered<Reckoning>>()
  static #read = new Map<number, Remembered<Reckoning>>()

  /**
   * Both clocks of a petition of this kind received at this moment. Written when they are first
   * needed, so not to be asked within a transaction.
   */
  static async of(catalogue: Catalogue, receivedAt: DateTime, kind: string): Promise<Reckonings> {
    const deadlines = catalogue.deadlines(receivedAt, kind)
    const one = (clock: Clock) => {
      const row = reckonedDay(catalogue.authority.id, clock, receivedAt, deadlines[clock])
      return remembered(this.#written, JSON.stringify(row), async () => {
        const reckoning = await this.#findOrWrite(row)
        // Whoever looks the petition up later finds it in memory.
        return remembered(this.#read, reckoning.id, async () => reckoning)
      })
    }
    const [promise, legal] = await Promise.all([one('promise'), one('legal')])
    return { promise, legal }
  }

  static known(id: number, client?: TransactionClientContract) {
    return remembered(this.#read, id, () => this.findOrFail(id, { client }))
  }

  /** After rows went: only tests take any away. */
  static forget() {
    this.#written.clear()
    this.#read.clear()
  }

  /** Whoever comes second, in this process or another one, finds what the first has written. */
  static async #findOrWrite(row: ReckonedDay) {
    const digest = digestOf(row)
    const known = await this.findBy('digest', digest)
    if (known) return known
    try {
      await again(() => db.table(this.table).insert({ ...row, digest }))
    } catch (error) {
      if (!isDuplicate(error, 'digest')) throw error
    }
    return this.findByOrFail('digest', digest)
  }

  /** Why it is that day, as it stands beside the day. */
  reasonIn(locale: string) {
    return locale === 'tr' ? this.reason : this.reasonEn
  }
}

/** For as long as the process lives: what is in the table never changes. */
function remembered<Key>(
  known: Map<Key, Remembered<Reckoning>>,
  key: Key,
  load: () => Promise<Reckoning>
) {
  const held = known.get(key)
  if (held) return held.get()
  if (known.size >= MOST) known.clear()
  const fresh = new Remembered(load, Infinity)
  known.set(key, fresh)
  return fresh.get()
}
