import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import { GatewayPause } from '../models/gateway_pause.ts'
import { GatewayReport } from '../models/gateway_report.ts'

/** So long a gateway may be without a link before the next one sends its messages. */
const PATIENCE = { seconds: 60 }

/** Milliseconds: how long what was read counts. */
const LOOK = 2_000

/**
 * Yedek geçit: whose messages a dispatcher sends. Its own, unless it is paused; and those of gateways that
 * cannot, when it is the next one after them, round about, that can.
 */
export class Failover {
  readonly #since = DateTime.utc()
  /** Pauses that had ended when they were last looked at. */
  readonly #ended = new Set<number>()
  #resumed = false
  #positions: number[] = []
  #lookedAt = -Infinity

  /** @param gateways of one kind, in the order of the settings; `position` is the dispatcher's own among them */
  constructor(
    private readonly gateways: readonly string[],
    private readonly position: number,
    private readonly look = LOOK
  ) {}

  /** The places of the gateways whose messages may be sent now, its own first; none when paused. */
  async positions(): Promise<readonly number[]> {
    if (performance.now() - this.#lookedAt < this.look) return this.#positions
    const paused = await this.#paused()
    const isPaused = paused.has(this.gateways[this.position]!)
    this.#positions = isPaused ? [] : [this.position, ...(await this.#standsInFor(paused))]
    this.#lookedAt = performance.now()
    return this.#positions
  }

  /** Whether the gateway was resumed since this was last asked, however short the pause was. */
  wasResumed() {
    const resumed = this.#resumed
    this.#resumed = false
    return resumed
  }

  /** Also those that ended between two looks: what they were for is asked for all the same. */
  async #paused() {
    const pauses = await GatewayPause.query()
      .select('id', 'gateway', 'resumed_at')
      .whereIn('gateway', [...this.gateways])
      .where((recent) =>
        recent.whereNull('resumed_at').orWhere('resumed_at', '>=', stamp(this.#since))
      )
    for (const { id, gateway, resumedAt } of pauses) {
      if (!resumedAt || this.#ended.has(id)) continue
      this.#ended.add(id)
      if (gateway === this.gateways[this.position]) this.#resumed = true
    }
    const inForce = pauses.filter(({ resumedAt }) => resumedAt === null)
    return new Set(inForce.map(({ gateway }) => gateway))
  }

  /** The nearest before it first: their messages have waited least for somebody else. */
  async #standsInFor(paused: Set<string>) {
    const count = this.gateways.length
    if (count === 1) return []
    const reports = await GatewayReport.query().whereIn('gateway', [...this.gateways])
    const positions: number[] = []
    for (let back = 1; back < count; back++) {
      const position = (this.position - back + count) % count
      const gateway = this.gateways[position]!
      const report = reports.find((one) => one.gateway === gateway)
      if (!paused.has(gateway) && !this.#isDown(report)) break
      positions.push(position)
    }
    return positions
  }

  /** Carries nothing, had no link for a minute, stopped for good, or is in nobody's hands. */
  #isDown(report?: GatewayReport) {
    const long = DateTime.utc().minus(PATIENCE)
    if (!report || report.reportedAt < long) return this.#since < long
    const hasStopped = report.link === 'closed' && report.alarm !== null
    if (report.failingSince !== null) return true
    return hasStopped || (report.downSince !== null && report.downSince < long)
  }
}
