import { DateTime } from 'luxon'
import { GatewayPause } from './models/gateway_pause.ts'
import { GatewayReport } from './models/gateway_report.ts'

/** So long a gateway may be without a link before the next one sends its messages. */
const PATIENCE = { seconds: 60 }

/** Milliseconds: how long what was read counts. */
const LOOK = 2_000

/**
 * Vekâlet: whose messages a lane sends. Its own, unless it is paused; and those of gateways that
 * cannot, when it is the next one after them, round about, that can.
 */
export class Succession {
  isPaused = false

  readonly #since = DateTime.utc()
  #turns: number[] = []
  #lookedAt = -Infinity

  /** @param gateways of one kind, in the order of the settings; `turn` is the lane's own among them */
  constructor(
    private readonly gateways: readonly string[],
    private readonly turn: number,
    private readonly look = LOOK
  ) {}

  /** The places of the gateways whose messages may be sent now, its own first; none when paused. */
  async turns(): Promise<readonly number[]> {
    if (performance.now() - this.#lookedAt < this.look) return this.#turns
    const paused = await this.#paused()
    this.isPaused = paused.has(this.gateways[this.turn]!)
    this.#turns = this.isPaused ? [] : [this.turn, ...(await this.#standsInFor(paused))]
    this.#lookedAt = performance.now()
    return this.#turns
  }

  async #paused() {
    const pauses = await GatewayPause.query()
      .select('gateway')
      .whereIn('gateway', [...this.gateways])
      .whereNull('resumed_at')
    return new Set(pauses.map(({ gateway }) => gateway))
  }

  /** The nearest before it first: their messages have waited least for somebody else. */
  async #standsInFor(paused: Set<string>) {
    const count = this.gateways.length
    if (count === 1) return []
    const reports = await GatewayReport.query().whereIn('gateway', [...this.gateways])
    const turns: number[] = []
    for (let back = 1; back < count; back++) {
      const turn = (this.turn - back + count) % count
      const gateway = this.gateways[turn]!
      const report = reports.find((one) => one.gateway === gateway)
      if (!paused.has(gateway) && !this.#isDown(report)) break
      turns.push(turn)
    }
    return turns
  }

  /** Nothing went out for a minute, stopped for good, or in nobody's hands. */
  #isDown(report?: GatewayReport) {
    const long = DateTime.utc().minus(PATIENCE)
    if (!report || report.reportedAt < long) return this.#since < long
    const hasStopped = report.link === 'closed' && report.alarm !== null
    return hasStopped || (report.downSince !== null && report.downSince < long)
  }
}
