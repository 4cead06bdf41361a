import { setTimeout as sleep } from 'node:timers/promises'

const REAL = {
  now: () => performance.now(),
  sleep: (wait: number): Promise<unknown> => sleep(wait),
}

/** Lets at most `rate` pass in any one second; operators throttle, and then block, who is faster. */
export class Pace {
  private readonly passed: number[] = []

  constructor(
    private readonly rate: number | undefined,
    private readonly clock = REAL
  ) {}

  /** Resolves when it is one's turn. */
  async turn(): Promise<void> {
    if (!this.rate) return
    const earliest = this.passed.length < this.rate ? 0 : this.passed.shift()! + 1_000
    const at = Math.max(this.clock.now(), earliest)
    this.passed.push(at)
    const wait = at - this.clock.now()
    if (wait > 0) await this.clock.sleep(wait)
  }
}
