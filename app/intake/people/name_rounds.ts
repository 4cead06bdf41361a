import db from '@adonisjs/lucid/services/db'
import { again } from '#shared/database/transaction'
import { Rounds } from '#shared/rounds'
import { sealedColumn } from '#shared/sealed'
import { nameKey } from './name_key.ts'

/** Milliseconds between two looks, and after a piece: others have the database meanwhile. */
const ROUND = 60_000
const REST = 50
const A_PIECE = 200
/** Pieces after which it says how far it is. */
const SAID = 100

const TABLES = ['petitioners', 'representatives'] as const

interface Log {
  info(data: object, message: string): void
  error(data: object, message: string): void
}

/**
 * Indexes the names of petitioners and of who spoke for them, who were written down before names were. Killed anywhere, it goes
 * on with what is left; several processes may.
 */
export class NameRounds {
  readonly #rounds = new Rounds(() => this.#tried(), ROUND)

  constructor(private readonly log: Log) {}

  start() {
    this.#rounds.start()
  }

  stop() {
    return this.#rounds.stop()
  }

  async round() {
    let [piece, pieces] = [await indexPiece(), 0]
    for (; piece; piece = await indexPiece()) {
      if (++pieces % SAID === 1) this.log.info(piece, 'Names are being indexed: id of so many')
      if (!(await this.#rounds.rested(REST))) return
    }
    if (pieces > 0) this.log.info({}, 'All names are indexed')
  }

  async #tried() {
    try {
      await this.round()
    } catch (error) {
      this.log.error({ err: error }, 'Names are not indexed')
    }
  }
}

/** Whether some are not indexed yet: a search by name says so. */
export async function namesAreMissing() {
  const left = await Promise.all(
    TABLES.map((table) => db.from(table).whereNull('authority_id').limit(1).select('id'))
  )
  return left.some((rows) => rows.length > 0)
}

/** How far it has come; null when nothing was left. */
async function indexPiece() {
  for (const table of TABLES) {
    const rows = await db
      .from(table)
      .join('petitions', 'petitions.id', `${table}.petition_id`)
      .whereNull(`${table}.authority_id`)
      .orderBy(`${table}.petition_id`)
      .limit(A_PIECE)
      .select(`${table}.id`, `${table}.name`, 'petitions.authority_id')
    if (rows.length === 0) continue
    for (const { id, name, authority_id: authorityId } of rows) {
      const known = { authority_id: authorityId, name_index: nameKey(nameIn(table, name)) }
      const row = db.from(table).where('id', id).whereNull('authority_id')
      await again(() => row.update(known))
    }
    const [last] = await db.from(table).orderBy('id', 'desc').limit(1).select('id')
    return { id: rows.at(-1)!.id as number, of: last.id as number }
  }
  return null
}

/** A representative's is sealed. */
function nameIn(table: (typeof TABLES)[number], kept: string | null) {
  return table === 'representatives' ? sealedColumn.consume(kept) : kept
}
