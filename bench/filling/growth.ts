import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import type { MysqlConfig, QueryClientContract } from '@adonisjs/lucid/types/database'
import { castOf, type Cast } from '#tests/support/databases/crowd/cast'
import { batchOf, Pieces } from '#tests/support/databases/crowd/pieces'
import { Indexes } from './indexes.ts'
import { Ledger } from './ledger.ts'

/** So many petitions are written in one transaction. */
const PIECE = 25_000
/** From so many on it is worth while to build the indexes at the end. */
const WORTH_LIFTING = 200_000
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
  authorityId: number,
  told: (done: number, all: number) => void = () => {}
) {
  const client = oneConnection()
  await client.rawQuery('set session unique_checks = 0, foreign_key_checks = 0')
  const ledger = await Ledger.open(client)
  const cast = await castOf(authorityId, client)
  if (ledger.batch) await finish(ledger, cast, client, told)
  if (ledger.done < petitions) {
    await ledger.begin(batchOf(ledger.done, petitions))
    await finish(ledger, cast, client, told)
  }
  await db.manager.close(NAME, true)
}

async function finish(
  ledger: Ledger,
  cast: Cast,
  client: QueryClientContract,
  told: (done: number, all: number) => void
) {
  const batch = ledger.batch!
  const isMany = batch.to - ledger.done >= WORTH_LIFTING
  if (isMany) await lift(ledger, client)
  if (ledger.done < batch.to) {
    const pieces = new Pieces(cast, batch)
    await pieces.prepare(client)
    while (ledger.done < batch.to) {
      told(ledger.done, batch.to)
      const next = Math.min(ledger.done + PIECE, batch.to)
      await client.transaction(async (trx) => {
        await pieces.write([ledger.done, next - 1], trx)
        await ledger.reach(next, trx)
      })
    }
    await pieces.end(client)
  }
  told(batch.to, batch.to)
  for (const statement of ledger.indexes) await client.rawQuery(statement)
  await Indexes.analyse(client)
  await ledger.end()
}

/** Written down before they go, so that they come back whatever happens. */
async function lift(ledger: Ledger, client: QueryClientContract) {
  const parts = await Indexes.liftable(client)
  const statements = Indexes.statements(parts)
  await ledger.lift([...new Set([...ledger.indexes, ...statements])])
  await Indexes.lift(parts, client)
}

/** All of it goes over one: the plan is a table of a connection. */
function oneConnection() {
  const { mysql } = app.config.get<{ connections: { mysql: MysqlConfig } }>('database').connections
  db.manager.add(NAME, { ...mysql, pool: { min: 1, max: 1 } })
  return db.connection(NAME)
}
