import db from '@adonisjs/lucid/services/db'
import { Rounds } from '#shared/rounds'
import { Catalogue } from '../catalogue.ts'

/** Milliseconds between two looks: what another process changed is known here within ten seconds. */
const ROUND = 4000

/**
 * Forgets the catalogues when somebody has changed something in another process. Without it the first
 * petition after an idle hour would get a last day by the calendar of an hour ago, since what is
 * remembered is given at once and read anew behind (Remembered).
 */
export class ChangeWatch {
  readonly #rounds = new Rounds(() => this.look().catch(() => {}), ROUND)
  #last: number | null = null
  /** Of two changes the later one may be there first. */
  #onceMore = false

  start() {
    this.#rounds.start()
  }

  stop() {
    return this.#rounds.stop()
  }

  /** One statement, by the key. */
  async look() {
    const [row] = await db.from('changes').max('id as last')
    const last = Number(row.last ?? 0)
    const isOther = this.#last !== null && this.#last !== last
    if (isOther || this.#onceMore) Catalogue.forget()
    this.#onceMore = isOther
    this.#last = last
  }
}
