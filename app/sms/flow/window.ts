import { BackOff } from './back_off.ts'
import { WakeUp } from '#shared/wake_up'
import { RateLimit } from './rate_limit.ts'
import { Throttle } from './throttle.ts'

/** How much an operator takes. */
export interface WindowSettings {
  /** Messages whose result is not committed yet, at most. A kill can double as many. */
  window?: number
  /** Messages a second, at most; whole number. Absent: as fast as the window lets. */
  rate?: number
}

/**
 * The window of one operator: so many messages at once, so many a second, none while it is throttled.
 * A place is free again only after the commit of its result, so that a kill can double at most as
 * many messages as the window is wide.
 */
export class Window {
  taken = 0
  /** Since when nothing was accepted; null while something is. */
  throttledSince: Date | null = null

  /** Messages at once, at most. */
  readonly size: number
  /** How much of the window is open at present. */
  private width: number
  private readonly rateLimit: RateLimit
  private readonly throttle: Throttle
  private readonly changes = new WakeUp()
  private isOver = false

  /** @param isUp whether the operator can be reached; @param throttle in milliseconds */
  constructor(
    { window, rate }: WindowSettings,
    throttle: { first: number; last: number },
    private readonly isUp: () => boolean
  ) {
    this.size = window ?? 10
    this.width = this.size
    this.rateLimit = new RateLimit(rate)
    this.throttle = new Throttle(new BackOff(throttle), () => this.changes.ring())
  }

  /** Messages that it would take now. */
  get free(): number {
    return this.isOpen ? Math.max(this.width - this.taken, 0) : 0
  }

  get isThrottled(): boolean {
    return this.throttle.isOn
  }

  /** Resolves when `free` is more than none; also when everything is over. */
  async room(): Promise<void> {
    while (this.free === 0 && !this.isOver) await this.changes.next()
  }

  /**
   * Waits for a place. Gives what gives it back (once, however often one calls it), or null when
   * nothing passes at present.
   */
  async place(): Promise<(() => void) | null> {
    while (this.isOpen) {
      if (this.taken < this.width) return this.taking()
      await this.changes.next()
    }
    return null
  }

  /** Resolves when it is one's turn to be sent. */
  turn(): Promise<void> {
    return this.rateLimit.turn()
  }

  /** Resolves when it is not throttled any more, or as soon as `holds` does. */
  async unthrottled(holds: () => boolean): Promise<void> {
    while (this.isThrottled && !holds()) await this.changes.next()
  }

  /** Resolves when all results are committed. */
  async empty(): Promise<void> {
    while (this.taken > 0) await this.changes.next()
  }

  /** We are too fast. @param atLeast how long to wait, in milliseconds, where the operator says so */
  slowDown(atLeast = 0) {
    this.throttledSince ??= new Date()
    this.throttle.begin(atLeast)
    this.changes.ring()
  }

  /** Something was accepted: the next wait is a short one, and more may be under way at once. */
  accepted() {
    this.throttledSince = null
    this.throttle.forget()
    this.width = Math.min(this.width + 1, this.size)
  }

  /**
   * Something was lost: begin again with one message. What breaks a link once may break it each time,
   * and then a whole window would be sent in vain, and doubled, for ever.
   */
  narrow() {
    this.width = 1
  }

  /** Something is different from before: whoever waits looks again. */
  tell() {
    this.changes.ring()
  }

  /** Resolves when something is different from before. */
  changed(): Promise<void> {
    return this.changes.next()
  }

  /** Nobody needs to wait for room any more; until it is opened again. */
  close() {
    this.isOver = true
    this.changes.ring()
  }

  open() {
    this.isOver = false
  }

  private get isOpen(): boolean {
    return !this.throttle.isOn && this.isUp()
  }

  private taking() {
    this.taken += 1
    let isHeld = true
    return () => {
      if (isHeld) this.taken -= 1
      isHeld = false
      this.changes.ring()
    }
  }
}
