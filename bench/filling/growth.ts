import db from '@adonisjs/lucid/services/db'
import type { MysqlConfig, QueryClientContract } from '@adonisjs/lucid/types/database'
import { castOf, type Cast } from '#tests/support/databases/crowd/cast'
import type { Batch } from '#tests/support/databases/crowd/fates'
import { batchOf, Pieces } from '#tests/support/databases/crowd/pieces'
import { Indexes } from './indexes.ts'
import { Ledger } from './ledger.ts'

const NAME = 'filling'

/** How many lack to this size; those of what was begun and broken off count in any case. */
export async function missing(petitions: number) {
  const { done, batch } = await Ledger.open(db.connection())
  return Math.max(0, petitions - done) || (batch ? Math.max(1, batch.to - done) : 0)
}

/**
 * Brings the crowd in MariaDB to this size. It may be broken off anywhere: the next call goes on where
 * it stopped, and ends what was begun first.
 */
export async function grow(
  petitions: number,
  authorityIds: readonly number[],
  growing: Partial<Growing> = {}
) {
  const client = oneConnection()
  try {
    await client.rawQuery('set session unique_checks = 0, foreign_key_checks = 0')
    const ledger = await Ledger.open(client)
    const casts: Cast[] = []
    for (const id of authorityIds) casts.push(await castOf(id, client))
    const growth = new Growth(ledger, casts, client, growing)
    if (ledger.batch) await growth.finish(ledger.batch)
    if (ledger.done < petitions) {
      await growth.finish(await ledger.begin(batchOf(ledger.done, petitions)))
    }
  } finally {
    await db.manager.close(NAME, true)
  }
}

interface Growing {
  /** So many petitions are written in one transaction. */
  piece: number
  /** From so many on it is worth while to build the indexes at the end. */
  lifting: number
  told: (done: number, all: number) => void
}

class Growth {
  readonly #growing: Growing

  constructor(
    private readonly ledger: Ledger,
    private readonly casts: readonly Cast[],
    private readonly client: QueryClientContract,
    growing: Partial<Growing>
  ) {
    this.#growing = { piece: 25_000, lifting: 200_000, told: () => {}, ...growing }
  }

  async finish(batch: Batch) {
    const { ledger, client } = this
    if (batch.to - ledger.done >= this.#growing.lifting) await this.#lift()
    if (ledger.done < batch.to) await this.#write(batch)
    this.#growing.told(batch.to, batch.to)
    for (const statement of ledger.indexes) await client.rawQuery(statement)
    await Indexes.analyse(client)
    await ledger.end()
  }

  async #write(batch: Batch) {
    const { ledger, client } = this
    const { piece, told } = this.#growing
    const pieces = new Pieces(this.casts, batch)
    await pieces.prepare(client)
    while (ledger.done < batch.to) {
      told(ledger.done, batch.to)
      const next = Math.min(ledger.done + piece, batch.to)
      await client.transaction(async (trx) => {
        await pieces.write([ledger.done, next - 1], trx)
        await ledger.reach(next, trx)
      })
    }
    await pieces.end(client)
  }

  /** Written down before they go, so that they come back whatever happens. */
  async #lift() {
    const { ledger, client } = this
    const parts = await Indexes.liftable(client)
    const statements = Indexes.statements(parts)
    await ledger.lift([...new Set([...ledger.indexes, ...statements])])
    await Indexes.lift(parts, client)
  }
}

/** All of it goes over one: the plan is a table of a connection. */
function oneConnection() {
  const { config } = db.manager.get(db.primaryConnectionName)!
  db.manager.add(NAME, { ...(config as MysqlConfig), pool: { min: 1, max: 1 } })
  return db.connection(NAME)
}
