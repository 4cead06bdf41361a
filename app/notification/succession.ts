import { DateTime } from 'luxon'
import { GatewayPause } from './models/gateway_pause.ts'
import { GatewayReport } from './models/gateway_report.ts'

/** So long a gateway may be without a link before the next one sends its messages. */
const PATIENCE = { seconds: 60 }

/** Milliseconds: how long what was read counts. */
const LOOK = 2_000

/**
 * Vekâlet: whose messages a lane sends. Its own, unless it is paused; and those of the gateways
 * before it, up to the first that can still send them itself.
 */
export class Succession {
  isPaused = false

  readonly #since = DateTime.utc()
  readonly #own: readonly string[]
  #turns: number[] = []
  #lookedAt = -Infinity

  /** @param gateways of one kind, in the order of the settings; `turn` is the lane's own among them */
  constructor(
    gateways: readonly string[],
    private readonly turn: number,
    private readonly look = LOOK
  ) {
    this.#own = gateways.slice(0, turn + 1)
  }

  /** The places of the gateways whose messages may be sent now, its own first; none when paused. */
  async turns(): Promise<readonly number[]> {
    if (performance.now() - this.#lookedAt < this.look) return this.#turns
    const paused = await this.#paused()
    this.isPaused = paused.has(this.#own[this.turn]!)
    this.#turns = this.isPaused ? [] : [this.turn, ...(await this.#standsInFor(paused))]
    this.#lookedAt = performance.now()
    return this.#turns
  }

  async #paused() {
    const pauses = await GatewayPause.query()
      .select('gateway')
      .whereIn('gateway', [...this.#own])
      .whereNull('resumed_at')
    return new Set(pauses.map(({ gateway }) => gateway))
  }

  async #standsInFor(paused: Set<string>) {
    if (this.turn === 0) return []
    const reports = await GatewayReport.query().whereIn('gateway', [...this.#own])
    const cannot = (gateway: string) =>
      paused.has(gateway) || this.#isDown(reports.find((report) => report.gateway === gateway))
    const before = this.#own.slice(0, this.turn).reverse()
    const ableAt = before.findIndex((gateway) => !cannot(gateway))
    const down = ableAt === -1 ? before : before.slice(0, ableAt)
    return down.map((_, index) => this.turn - 1 - index)
  }

  /** Without a link for a minute, stopped for good, or in nobody's hands. */
  #isDown(report?: GatewayReport) {
    const long = DateTime.utc().minus(PATIENCE)
    if (!report || report.reportedAt < long) return this.#since < long
    const hasStopped = report.link === 'closed' && report.alarm !== null
    return hasStopped || (report.downSince !== null && report.downSince < long)
  }
}
