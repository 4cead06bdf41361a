import { type Changes } from './changes.ts'

/**
 * The messages whose result is not committed yet. A place is free again only after the commit, so that
 * a kill can double at most as many messages as the window is wide.
 */
export class Window {
  taken = 0

  /** @param changes told whenever a place is free again */
  constructor(
    readonly size: number,
    private readonly changes: Changes
  ) {}

  get free(): number {
    return this.size - this.taken
  }

  /**
   * Waits for a place. Gives what gives it back (once, however often one calls it), or null as soon
   * as `isOpen` no longer holds.
   */
  async place(isOpen: () => boolean): Promise<(() => void) | null> {
    while (isOpen()) {
      if (this.free > 0) return this.taking()
      await this.changes.next()
    }
    return null
  }

  /** Resolves when all results are committed. */
  async empty(): Promise<void> {
    while (this.taken > 0) await this.changes.next()
  }

  private taking() {
    this.taken += 1
    let isHeld = true
    return () => {
      if (isHeld) this.taken -= 1
      isHeld = false
      this.changes.tell()
    }
  }
}
