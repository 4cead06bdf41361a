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

  constructor(
    private readonly rate: number | undefined,
    private readonly clock = REAL
  ) {}

  /** Resolves when it is one's turn. */
  async turn(): Promise<void> {
    if (!this.rate) return
    const at = Math.max(this.clock.now(), this.next)
    this.next = at + 1_000 / this.rate
    const wait = at - this.clock.now()
    if (wait > 0) await this.clock.sleep(wait)
  }
}
