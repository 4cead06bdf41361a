import db from '@adonisjs/lucid/services/db'
import { PetitionChanged } from '#intake'
import { Rounds } from '#shared/rounds'
import { WaveAnswer } from '../models/wave_answer.ts'
import { WaveStop } from '../models/wave_stop.ts'
import { answerSome } from './answering/answer_some.ts'
import { underWay, type UnderWay } from './answering/under_way.ts'
import type { Work } from './answering/works.ts'
import { groupPiece } from './grouping/group_piece.ts'
import { rereadPiece } from './grouping/reread_piece.ts'

/** Milliseconds between two rounds, and after a piece: others have the database meanwhile. */
const ROUND = 2000
const REST = 2
const A_PIECE = 20
/** Transactions at once on MariaDB, which commits them together; SQLite has one writer. */
const AT_ONCE = 4
/** Petitions in one: what holds locks must not be long. */
const IN_ONE = 5

interface Log {
  error(data: object, message: string): void
}

/**
 * What is done about waves behind the commit: petitions that say the same are found, and an approved answer
 * is given to each. Several processes may: each petition is answered once.
 */
export class WaveRounds extends Rounds {
  constructor(
    private readonly log: Log,
    private readonly pause = REST,
    private readonly atOnce = isMysql() ? AT_ONCE : 1,
    private readonly inOne = IN_ONE
  ) {
    super(() => this.#tried(), ROUND)
  }

  /** All that is to be done. */
  async all() {
    await this.#answerAll()
    while (!this.isEnding && (await groupPiece())) await this.rested(this.pause)
    while (!this.isEnding && (await rereadPiece())) await this.rested(this.pause)
  }

  /** One that somebody works on holds up neither the others nor another wave. */
  async #answerAll() {
    for (const answer of await WaveAnswer.underWay()) await this.#answer(await underWay(answer))
  }

  async #answer(under: UnderWay) {
    for (let after = 0; !this.isEnding; await this.rested(this.pause)) {
      const piece = await worksOf(under, after)
      if (piece.length === 0) return under.answer.end()
      const parts = cut(piece, this.inOne)
      for (const some of cut(parts, this.atOnce)) {
        await Promise.all(some.map((works) => answerSome(works, under, this.#failed)))
      }
      after = piece.at(-1)!.id
    }
  }

  /** What could not be answered waits for the next round. */
  readonly #failed = (error: unknown) => {
    const isBusy = error instanceof PetitionChanged
    if (!isBusy) this.log.error({ err: error }, 'A petition of a wave was not answered')
  }

  async #tried() {
    try {
      await this.all()
    } catch (error) {
      this.log.error({ err: error }, 'Waves are not looked at')
    }
  }
}

function cut<T>(all: readonly T[], size: number) {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size)
  )
}

function isMysql() {
  return db.connection().dialect.name === 'mysql'
}

/** What waits; nothing as soon as it is stopped. */
async function worksOf({ answer }: UnderWay, after: number): Promise<Work[]> {
  if (await WaveStop.standing(answer.id).first()) return []
  const rows = await db
    .from('wave_works')
    .where({ wave_answer_id: answer.id, state: 'waits' })
    .where('id', '>', after)
    .orderBy('id')
    .limit(A_PIECE)
    .select('id', 'petition_id')
  return rows.map((row) => ({ id: row.id, petitionId: row.petition_id }))
}
