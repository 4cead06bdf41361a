import { setTimeout as sleep } from 'node:timers/promises'

const REAL = {
  now: () => performance.now(),
  sleep: (wait: number): Promise<unknown> => sleep(Math.ceil(wait)),
}

/**
 * Lets at most `rate` pass in any one second; operators throttle, and then block, who is faster.
 * Evenly: of a second's worth at once a part comes late, and then meets the next second's (109 where
 * 100 were agreed).
 */
export class Pace {
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
    this.next = at + 1_000 / this.rate
    await this.until(() => at)
    // Timers are late by some milliseconds: whoever comes late must not meet the next second's.
    await this.until(() => (this.passed.length < this.rate! ? 0 : this.passed[0]! + 1_000))
    this.passed.push(this.clock.now())
    if (this.passed.length > this.rate) this.passed.shift()
  }

  /** Looks again after each wait: others may have passed meanwhile. */
  private async until(moment: () => number) {
    for (let wait = this.left(moment); wait > 0; wait = this.left(moment)) {
      await this.clock.sleep(wait)
    }
  }

  private left(moment: () => number) {
    return moment() - this.clock.now()
  }
}
