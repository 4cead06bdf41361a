import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isConflict, transaction } from './transaction.ts'

type Work<T> = (trx: TransactionClientContract) => Promise<T>

interface Piece {
  work: Work<unknown>
  resolve: (result: never) => void
  reject: (error: unknown) => void
}

/** So many transactions are under way at once: one that waits for a lock keeps nobody else waiting. */
const AT_ONCE = 2
/** So many pieces share one at most: what holds locks must not be long. */
const MOST = 16

/**
 * Work of which much comes at once. While its transactions are under way those who come wait, and then
 * share one: one BEGIN, one COMMIT, one sync of the log. Nobody waits for company, so where little
 * comes each has its own. Nobody is answered before the commit. When one piece fails nothing of the
 * others was written, and each is done by itself, as by `transaction`: it may run twice, so it must
 * touch nothing but the database, by `trx`.
 */
export class Together {
  readonly #waiting: Piece[] = []
  #underWay = 0

  do<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve, reject })
      if (this.#underWay < AT_ONCE) void this.#untilNobodyWaits()
    })
  }

  async #untilNobodyWaits() {
    this.#underWay += 1
    while (this.#waiting.length > 0) await inOne(this.#waiting.splice(0, MOST))
    this.#underWay -= 1
  }
}

async function inOne(pieces: Piece[]) {
  if (pieces.length === 1) return byItself(pieces[0]!)
  const results: unknown[] = []
  try {
    await db.transaction(async (trx) => {
      // One after the other: a deadlock ends the transaction, and what came after it would stand.
      for (const { work } of pieces) results.push(await work(trx))
    })
  } catch (error) {
    const wasUndone = results.length < pieces.length || isConflict(error)
    if (wasUndone) return void (await Promise.all(pieces.map(byItself)))
    // The commit may have come to the database or not.
    return pieces.forEach(({ reject }) => reject(error))
  }
  pieces.forEach(({ resolve }, place) => resolve(results[place] as never))
}

function byItself({ work, resolve, reject }: Piece) {
  return transaction(work).then((result) => resolve(result as never), reject)
}
