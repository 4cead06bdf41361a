import type { Limits } from './kinds.ts'

/** What is under way, of all kinds, when a process is full: more only waits for the database (DB_POOL). */
const FULL = 32
/** Milliseconds of delay in the event loop that are as much as that. */
const FULL_DELAY = 100

/** Milliseconds that somebody waits for a turn: in a moment's crowd, and where the queue never ends. */
const PATIENCE = { once: 80, always: 25 }
/** Milliseconds. */
const ROUND = 20

interface Waiting {
  since: number
  begin: () => Promise<unknown>
  refuse: () => void
}

interface Line {
  limits: Limits
  underWay: number
  waiting: Waiting[]
  /** when nobody waited last */
  emptyAt: number
}

/**
 * Who is let in, who waits for a moment and who is refused at once: limits for each kind, and one
 * measure for all of how full the process is, from which each kind is refused at its own mark. A queue
 * that has been standing for a while makes everybody late and nobody faster, so it is cut short then
 * (as CoDel does, and Facebook's servers): what has waited too long is refused, what comes now is served.
 */
export class Gate<Kind extends string> {
  readonly #lines: Map<Kind, Line>
  /** of all kinds but the light ones */
  #underWay = 0
  readonly #ended: Line[] = []
  #round?: NodeJS.Timeout

  /**
   * @param kinds in the order in which they are refused
   * @param delay milliseconds that a request has lain unread
   */
  constructor(
    kinds: Record<Kind, Limits>,
    private readonly delay: () => number,
    private readonly patience = PATIENCE
  ) {
    const lines = Object.entries<Limits>(kinds).map(([kind, limits]): [Kind, Line] => [
      kind as Kind,
      { limits, underWay: 0, waiting: [], emptyAt: 0 },
    ])
    // Whoever is refused last is served first.
    this.#lines = new Map(lines.reverse())
  }

  /** 1: full. */
  get fullness() {
    return Math.max(this.#underWay / FULL, this.delay() / FULL_DELAY)
  }

  /** Begins it now or in a moment, or refuses it. */
  enter(kind: Kind, begin: Waiting['begin'], refuse: Waiting['refuse']) {
    const line = this.#lines.get(kind)!
    if (line.waiting.length === 0 && this.#hasRoom(line)) return this.#start(line, begin)
    if (line.waiting.length >= line.limits.waiting) return refuse()
    const since = performance.now()
    if (line.waiting.length === 0) line.emptyAt = since
    line.waiting.push({ since, begin, refuse })
    // Also when nothing that is under way ends: a delay passes, and nobody waits for ever.
    this.#round ??= setInterval(() => this.#next(), ROUND).unref()
  }

  /** One of each kind has always room, or a full house would never let an officer work. */
  #hasRoom({ limits, underWay }: Line) {
    if (underWay >= limits.atOnce) return false
    return underWay === 0 || this.fullness < limits.upTo
  }

  #start(line: Line, begin: Waiting['begin']) {
    this.#count(line, 1)
    const end = () => {
      if (this.#ended.push(line) === 1) setImmediate(() => this.#next())
    }
    begin().then(end, end)
  }

  #count(line: Line, by: 1 | -1) {
    line.underWay += by
    if (!line.limits.isLight) this.#underWay += by
  }

  /**
   * What needs nobody else is over before the next request is read: it counts until the event loop
   * has come round, so that there is an end to it, too.
   */
  #next() {
    for (const line of this.#ended.splice(0)) this.#count(line, -1)
    let anybody = false
    for (const line of this.#lines.values()) {
      this.#serve(line, performance.now())
      anybody ||= line.waiting.length > 0
    }
    if (anybody) return
    clearInterval(this.#round)
    this.#round = undefined
  }

  #serve(line: Line, now: number) {
    const { once, always } = this.patience
    const patience = now - line.emptyAt > once ? always : once
    for (let first = line.waiting[0]; first; first = line.waiting[0]) {
      // Who waited for nobody, while the machine slept, is not refused for it.
      const isLate = now - first.since > patience && this.#underWay + line.underWay > 0
      const hasRoom = !isLate && this.#hasRoom(line)
      if (!isLate && !hasRoom) return
      line.waiting.shift()
      if (isLate) first.refuse()
      else this.#start(line, first.begin)
    }
    line.emptyAt = now
  }
}
