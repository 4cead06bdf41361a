import { setTimeout as sleep } from 'node:timers/promises'

/** Lets at most `rate` pass in any one second; operators throttle, and then block, who is faster. */
export class Pace {
  private readonly passed: number[] = []

  constructor(
    private readonly rate: number | undefined,
    private readonly now = () => performance.now()
  ) {}

  /** Resolves when it is one's turn. */
  async turn(): Promise<void> {
    if (!this.rate) return
    const earliest = this.passed.length < this.rate ? 0 : this.passed.shift()! + 1_000
    const at = Math.max(this.now(), earliest)
    this.passed.push(at)
    if (at > this.now()) await sleep(at - this.now())
  }
}
