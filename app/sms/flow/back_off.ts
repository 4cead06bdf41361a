/** Waits that double from the first to the last: 1, 2, 4 … 60 s. */
export class BackOff {
  private tries = 0

  constructor(private readonly range: { first: number; last: number }) {}

  /** The next wait in milliseconds, up to a fifth less, so that many do not come back at once. */
  next(): number {
    const exact = Math.min(this.range.last, this.range.first * 2 ** this.tries)
    if (exact < this.range.last) this.tries += 1
    return exact * (0.8 + Math.random() * 0.2)
  }

  reset() {
    this.tries = 0
  }
}
