import { type Log, type Outcome, SILENT, UNTRIED } from '#sms'

/** All in milliseconds. */
export interface HealthTimes {
  /** So long nothing may get through although it is tried. */
  patience: number
  /** Between two probes, growing from the first to the last. Each answer lost ties a text. */
  refused: { first: number; last: number }
  lost: { first: number; last: number }
  /** Whoever is ill again so soon has to prove more. */
  relapse: number
}

const TIMES: HealthTimes = {
  patience: 60_000,
  refused: { first: 1_000, last: 60_000 },
  lost: { first: 1_000, last: 300_000 },
  relapse: 600_000,
}

/** In a row; one may have been the text's own. */
const FAILURES = 3
/** Texts that have to get through after relapse upon relapse: one, two, four … */
const MOST_PROOF = 16

/**
 * Whether texts get through a gateway: judged by what became of them, never by a link that is up. A
 * number that does not exist says nothing about the gateway. After a failure one text is under way at
 * a time; from three in a row, or a minute in which none got through, the gateway is ill: the next
 * one sends, and single texts are probes, until enough of them got through.
 */
export class Health {
  carriedAt: Date | null = null
  /** What it said last when it did not take a text. */
  refusal: { status: string; at: Date } | null = null

  readonly #times: HealthTimes
  #failures = 0
  /** When the first of the tries began that were in vain since something got through. */
  #failingSince: number | null = null
  #isIll = false
  #needed = 1
  #proven = 0
  #recoveredAt = -Infinity
  /** A window that is lost at one moment is one failed probe. */
  #rest = { probes: 0, began: 0, until: 0 }

  constructor(
    private readonly gateway: string,
    private readonly log: Log = SILENT,
    times: Partial<HealthTimes> = {}
  ) {
    this.#times = { ...TIMES, ...times }
  }

  /** Since when nothing gets through; null while the gateway is well. */
  get illSince(): Date | null {
    this.#look()
    return this.#isIll ? new Date(this.#failingSince!) : null
  }

  /** Why somebody should look now. */
  get alarm(): { kind: 'failing'; status?: string } | null {
    return this.illSince && { kind: 'failing', status: this.refusal?.status }
  }

  /** The last text failed: one at a time is enough to see whether the next one does. */
  get isInDoubt(): boolean {
    this.#look()
    return this.#isIll || this.#failures > 0
  }

  get mayProbe(): boolean {
    return !this.illSince || Date.now() >= this.#rest.until
  }

  /** What became of a text that was handed over then. */
  note(outcome: Outcome, began: Date) {
    if (outcome.kind === 'sent') return this.#carried()
    const { kind, status } = outcome
    if (kind === 'throttled' && UNTRIED.includes(status)) return
    this.refusal = { status, at: new Date() }
    if (kind === 'permanent' || kind === 'configuration') return
    this.#failingSince ??= began.getTime()
    if (kind !== 'throttled') this.#failures += 1
    this.#proven = 0
    this.#look()
    if (began.getTime() >= this.#rest.began) this.#wait(kind === 'ambiguous' ? 'lost' : 'refused')
  }

  /** Somebody has mended something, or another process: the next probe may go at once. */
  again() {
    this.#rest = { probes: 0, began: 0, until: 0 }
  }

  /** Begins anew, with what was known when another process sent through this gateway. */
  begin(illSince: Date | null) {
    this.again()
    this.#failures = 0
    this.#failingSince = illSince?.getTime() ?? null
    this.#isIll = illSince !== null
    this.#proven = 0
  }

  #carried() {
    this.carriedAt = new Date()
    this.#look()
    this.again()
    if (this.#isIll) {
      this.#proven += 1
      if (this.#proven < this.#needed) return
      this.#isIll = false
      this.#recoveredAt = Date.now()
      this.log.info({ gateway: this.gateway }, 'Texts get through again')
    }
    this.#failures = 0
    this.#failingSince = null
  }

  /** A minute passes by itself. */
  #look() {
    if (this.#isIll || this.#failingSince === null) return
    const isLong = Date.now() - this.#failingSince >= this.#times.patience
    if (this.#failures < FAILURES && !isLong) return
    const isRelapse = Date.now() - this.#recoveredAt < this.#times.relapse
    this.#needed = isRelapse ? Math.min(this.#needed * 2, MOST_PROOF) : 1
    this.#proven = 0
    this.#isIll = true
    this.log.error({ gateway: this.gateway, status: this.refusal?.status }, 'No text gets through')
  }

  #wait(kind: 'lost' | 'refused') {
    const { first, last } = this.#times[kind]
    const { probes } = this.#rest
    const now = Date.now()
    this.#rest = {
      probes: probes + 1,
      began: now,
      until: now + Math.min(last, first * 2 ** probes),
    }
  }
}
