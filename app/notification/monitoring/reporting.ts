import type { Transport } from '../transport/transport.ts'
import type { Health } from './health.ts'
import { inWords } from '#sms'
import { GatewayReport } from '../models/gateway_report.ts'

/** Milliseconds: a state that did not change is reported so often, or we are believed dead. */
const REPORT = 10_000

/** What a dispatcher says of its gateway, where pages and other processes can read it. */
export class Reporting {
  #said = { words: '', at: -Infinity }

  constructor(
    private readonly transport: Transport,
    private readonly health?: Health
  ) {}

  /** When its state is another one, and now and then. */
  async nowAndThen() {
    const { transport, health } = this
    const { state } = transport
    if (!state) return
    const { link, alarm, lastFault, downSince } = state
    const moments = [lastFault?.at, downSince, health?.illSince, health?.refusal?.at]
    const words = [link, alarm && inWords(alarm), ...moments.map((at) => at?.getTime())].join(' ')
    const age = performance.now() - this.#said.at
    if (words === this.#said.words && age < REPORT) return
    await GatewayReport.write(state, health)
    this.#said = { words, at: performance.now() }
  }

  /** Nobody sends through the gateway any more, and nobody has to wait to learn it. */
  async lastWord() {
    if (this.transport.state) await GatewayReport.end(this.transport.name)
    this.#said = { words: '', at: -Infinity }
  }
}
