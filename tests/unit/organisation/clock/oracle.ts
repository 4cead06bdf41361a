/**
 * What a clock must say, found by walking: day after day, quarter of an hour after quarter of an hour.
 * It shares nothing with the code that it judges, not even its notion of a day: a day is a number, day
 * 0 is 1 January 1970 (a Thursday), in Türkiye (UTC+3 since 2016).
 */
export interface OffDay {
  day: number
  portion: 'full' | 'am' | 'pm'
}

/** What somebody does to a petition's clock, on a day. */
export type Act =
  | { on: number; does: 'leave'; off: OffDay[] }
  /** a question is asked, which can be answered until then */
  | { on: number; does: 'ask'; by: number }
  /** it is answered, or nobody waits any more; long after its last day it was noticed too late */
  | { on: number; does: 'answer' }
  | { on: number; does: 'extend'; to: number }
  /** a fee is told of, which can be paid until then */
  | { on: number; does: 'fee'; by: number }
  | { on: number; does: 'paid' }

export interface Story {
  received: number
  amount: number
  working: boolean
  rolls: boolean
  holidays: OffDay[]
  acts: Act[]
}

export class Oracle {
  readonly #off = new Map<number, Set<string>>()
  /** days on which the clock stood, and since when it stands */
  readonly #stood = new Set<number>()
  #since: number | null = null
  /** for what it stands, what it was before, and until when it is answered or paid, that many working days away */
  #waits: { for: 'fee' | 'answer'; was: number; by: number; working: number } | null = null
  #rule: { from: number; amount: number; working: boolean; rolls: boolean }
  due: number

  constructor({ received, amount, working, rolls, holidays }: Story) {
    this.#learn(holidays)
    this.#rule = { from: received, amount, working, rolls }
    this.due = this.#walk()
  }

  get isPaused() {
    return this.#since !== null
  }

  /** A last day that has passed is over: nothing brings it back. */
  act(act: Act) {
    const isOver = !this.isPaused && this.due < act.on
    if (act.does === 'leave') this.#learn(act.off)
    if (isOver) return
    if (act.does === 'fee') this.#stop('fee', act.on, act.by)
    if (act.does === 'ask') this.#stop('answer', act.on, act.by)
    if (act.does === 'paid' && this.#waits?.for === 'fee') this.#end(act.on)
    if (act.does === 'answer' && this.#waits?.for === 'answer') {
      this.#end(Math.min(act.on, this.#atLatest()))
    }
    if (act.does === 'extend' && !this.isPaused && act.to > this.due) {
      this.#stood.clear()
      this.#rule = { from: act.on, amount: act.to - act.on, working: false, rolls: true }
    }
    if (act.does === 'extend' && this.isPaused) this.#extendWaiting(act.to)
    this.due = Math.max(this.due, this.isPaused ? this.#ifEnded(this.#atLatest()) : this.#walk())
  }

  #stop(what: 'fee' | 'answer', on: number, by: number) {
    if (this.isPaused) return
    let working = 0
    for (let day = on + 1; day <= by; day++) if (!this.isFree(day)) working += 1
    this.#waits = { for: what, was: this.due, by, working }
    this.#since = on
  }

  /** When nobody waits any more: whoever has a day less for leave has another one. */
  #atLatest() {
    const { for: what, by, working } = this.#waits!
    let day = by
    if (what === 'answer') {
      while (this.isFree(day)) day += 1
      // The last day for an answer is the petitioner's as a whole.
      return day + 1
    }
    day = this.#since!
    for (let left = working; left > 0;) {
      day += 1
      if (!this.isFree(day)) left -= 1
    }
    return Math.max(day, by)
  }

  /** So many days from when it began to wait, if that is later than what is said. */
  #extendWaiting(to: number) {
    const since = this.#since!
    const before = { rule: this.#rule, stood: [...this.#stood] }
    this.#stood.clear()
    this.#rule = { from: since, amount: to - since, working: false, rolls: true }
    if (this.#ifEnded(this.#atLatest()) > this.due) return
    this.#rule = before.rule
    for (const day of before.stood) this.#stood.add(day)
  }

  #end(on: number) {
    this.#goOn(on)
    this.due = this.#waits!.was
    this.#waits = null
  }

  #goOn(on: number) {
    if (this.#since === null) return
    for (let day = this.#since; day < on; day++) this.#stood.add(day)
    // Asked on day 0: the day of the answer is day 0 now.
    if (this.#since === this.#rule.from) this.#rule.from = on
    this.#since = null
  }

  /** The last day if it goes on then, which nobody knows yet. */
  #ifEnded(by: number) {
    const [stood, from, since] = [[...this.#stood], this.#rule.from, this.#since]
    this.#goOn(by)
    const day = this.#walk()
    this.#stood.clear()
    for (const one of stood) this.#stood.add(one)
    this.#rule.from = from
    this.#since = since
    return day
  }

  #walk() {
    const { from, amount, working, rolls } = this.#rule
    let day = from
    let left = amount
    while (left > 0) {
      day += 1
      if (this.#stood.has(day)) continue
      if (working && this.isFree(day)) continue
      left -= 1
    }
    if (!working && rolls) while (this.isFree(day) || this.#stood.has(day)) day += 1
    return day
  }

  isFree(day: number) {
    const weekday = (day + 4) % 7
    if (weekday === 0 || weekday === 6) return true
    const off = this.#off.get(day)
    return off !== undefined && (off.has('full') || (off.has('am') && off.has('pm')))
  }

  #learn(off: OffDay[]) {
    for (const { day, portion } of off) {
      const known = this.#off.get(day) ?? new Set()
      this.#off.set(day, known.add(portion))
    }
  }

  /** Minutes since day 0 at which so many open hours have passed, a quarter of an hour at a time. */
  hoursLater(from: number, hours: number, open: readonly (readonly [number, number])[]) {
    let left = hours * 4
    let minute = from
    while (left > 0) {
      if (this.#isOpen(minute, open)) left -= 1
      minute += 15
    }
    return minute
  }

  #isOpen(minute: number, open: readonly (readonly [number, number])[]) {
    const day = Math.floor(minute / 1440)
    if (this.isFree(day)) return false
    const time = minute - day * 1440
    const off = this.#off.get(day)
    if (off?.has('pm') && time >= 780) return false
    if (off?.has('am') && time < 780) return false
    return open.some(([opens, closes]) => time >= opens && time < closes)
  }
}
