/**
 * The messages whose result is not committed yet. A slot is free again only after the commit, so that
 * a kill can double at most as many messages as the window is wide.
 */
export class Window {
  taken = 0

  constructor(readonly size: number) {}

  get free(): number {
    return this.size - this.taken
  }

  take(): boolean {
    if (this.free === 0) return false
    this.taken += 1
    return true
  }

  release() {
    this.taken -= 1
  }
}
