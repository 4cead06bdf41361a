import { setTimeout as sleep } from 'node:timers/promises'

const REAL = {
  now: () => performance.now(),
  sleep: (wait: number): Promise<unknown> => sleep(Math.ceil(wait)),
}

/**
 * An operator counts them as they arrive, and on the way some gain on others: with 1,000 its busiest
 * second had 101 where 100 were agreed.
 */
const SECOND = 1_020

/**
 * Lets at most `rate` pass in any one second; operators throttle, and then block, who is faster.
 * Evenly: of a second's worth at once a part comes late, and then meets the next second's (109 where
 * 100 were agreed).
 */
export class RateLimit {
  private next = 0
  /** The moments of the last second's worth, as they really were. */
  private readonly passed: number[] = []

  constructor(
    private readonly rate: number | undefined,
    private readonly clock = REAL
  ) {}

  /** Resolves when it is one's turn. */
  async turn(): Promise<void> {
    if (!this.rate) return
    const at = Math.max(this.clock.now(), this.next)
    this.next = at + SECOND / this.rate
    // Timers are late by some milliseconds: whoever comes late must not meet the next second's. Looks
    // again after each wait, since others may have passed meanwhile; and passes in the same breath.
    for (let wait = this.left(at); wait > 0; wait = this.left(at)) await this.clock.sleep(wait)
    this.passed.push(this.clock.now())
    if (this.passed.length > this.rate) this.passed.shift()
  }

  private left(at: number) {
    const isFull = this.passed.length === this.rate
    return Math.max(at, isFull ? this.passed[0]! + SECOND : 0) - this.clock.now()
  }
}
