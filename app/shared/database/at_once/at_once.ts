import { AsyncLocalStorage } from 'node:async_hooks'
import type { Value } from '../read.ts'
import { readUnion } from '../union.ts'

/** A selection whose columns are one JSON text, `row`, and whose place in the statement is `part`. */
export interface Asked {
  /** @param part of whom the rows are */
  sql(part: number): string
  bindings: Value[]
}
type Stored = Record<string, unknown>

interface Waiting {
  asked: Asked
  resolve(rows: Stored[]): void
  reject(error: unknown): void
}

const rounds = new AsyncLocalStorage<Round>()

/**
 * What `work` asks of models at once goes to the database as one statement, however much it is: a page
 * costs as many as there are questions that wait for an answer, and no more where more is kept. Whoever
 * asks does it as ever; what is asked in a transaction, by `db` or along a relation goes by itself.
 */
export function atOnce<T>(work: () => Promise<T>): Promise<T> {
  return rounds.run(new Round(), work)
}

/** Where something is asked with others now. */
export function roundNow() {
  return rounds.getStore()
}

class Round {
  #waiting: Waiting[] = []

  ask(asked: Asked) {
    return new Promise<Stored[]>((resolve, reject) => {
      // By then all who know already what to ask have asked.
      if (this.#waiting.length === 0) setImmediate(() => void this.#send())
      this.#waiting.push({ asked, resolve, reject })
    })
  }

  async #send() {
    const all = this.#waiting.splice(0)
    try {
      const parts = all.map(({ asked }, part) => ({ ...asked, sql: asked.sql(part) }))
      const rows = await readUnion<{ part: number; json: string | Stored }>(parts)
      const byPart = Map.groupBy(rows, ({ part }) => Number(part))
      all.forEach(({ resolve }, part) => resolve((byPart.get(part) ?? []).map(rowOf)))
    } catch (error) {
      all.forEach(({ reject }) => reject(error))
    }
  }
}

/** MySQL's driver has read it already. */
function rowOf({ json }: { json: string | Stored }) {
  return typeof json === 'string' ? (JSON.parse(json) as Stored) : json
}
