/** What a test or a measurement asks about those who send; see `/figures.json` of the page. */
export interface CentreFigures {
  binds: number
  /** Binds that were not welcome. */
  refused: number
  /** Sessions that were bound and ended without leave being taken. */
  lostLinks: number
  submits: number
  /** Messages that the centre said yes to, each part for itself; over a kill with a journal. */
  accepted: number
  /** Receipts that were heard. */
  told: number
  /** Submits of one session that waited for their answers at the same time, at most. */
  mostUnanswered: number
  /** Submits that came within any one second, at most. */
  busiestSecond: number
  /** Milliseconds since 1970; null: none came yet. */
  firstSubmit: number | null
  lastSubmit: number | null
}

const SECOND = 1_000
const A_LOT = 10_000

/** Counts what comes in. */
export class Figures implements CentreFigures {
  binds = 0
  refused = 0
  lostLinks = 0
  submits = 0
  accepted = 0
  told = 0
  mostUnanswered = 0
  busiestSecond = 0
  firstSubmit: number | null = null
  lastSubmit: number | null = null

  #arrivals: number[] = []
  #withinSecond = 0

  /** @param unanswered of the same session, this one included */
  submitted(unanswered: number, now = Date.now()) {
    this.submits += 1
    this.firstSubmit ??= now
    this.lastSubmit = now
    this.mostUnanswered = Math.max(this.mostUnanswered, unanswered)
    this.#arrivals.push(now)
    while (this.#arrivals[this.#withinSecond]! <= now - SECOND) this.#withinSecond += 1
    this.busiestSecond = Math.max(this.busiestSecond, this.#arrivals.length - this.#withinSecond)
    if (this.#withinSecond > A_LOT) this.#forget()
  }

  #forget() {
    this.#arrivals = this.#arrivals.slice(this.#withinSecond)
    this.#withinSecond = 0
  }
}
