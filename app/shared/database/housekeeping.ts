import { DateTime, type DurationLike } from 'luxon'
import { Rounds } from '../rounds.ts'
import { type Retention, trim } from './retention.ts'

/** Milliseconds between two rounds, and after a piece: others have the database meanwhile. */
const ROUND = 3_600_000
const REST = 50

interface Log {
  info(data: object, message: string): void
  error(data: object, message: string): void
}

/**
 * Takes away what has been kept long enough, every hour. Several processes may: what one has taken
 * away the other does not find.
 */
export class Housekeeping {
  readonly #rounds = new Rounds(() => this.round(), ROUND)

  constructor(
    private readonly retentions: Retention[],
    private readonly keptFor: Record<string, DurationLike>,
    private readonly log: Log,
    private readonly rest = REST
  ) {}

  start() {
    this.#rounds.start()
  }

  stop() {
    return this.#rounds.stop()
  }

  /** One round through all tables; a table in trouble does not keep the others. */
  async round(now = DateTime.utc()) {
    for (const retention of this.retentions) {
      if ('keeps' in retention) continue
      const { table, after } = retention
      try {
        const before = now.minus(this.keptFor[after]!)
        const rows = await trim(retention, before, () => this.#rounds.rested(this.rest))
        if (rows > 0) this.log.info({ table, rows }, 'Taken away: kept long enough')
      } catch (error) {
        this.log.error({ err: error, table }, 'What has been kept long enough is still there')
      }
      if (this.#rounds.isEnding) return
    }
  }
}
