import type { LinkPhase, LinkState } from './link_state.ts'
import type { Window } from './window.ts'

/**
 * What our side of a link and of a company's interface have in common: a life that begins, goes on by
 * itself after every fault, and is ended; and a window of messages under way.
 */
export abstract class Session {
  protected abstract readonly window: Window

  protected phase: LinkPhase = 'idle'
  protected since = new Date()
  protected life: Promise<void> | null = null
  protected ending = new AbortController()
  protected downSince: Date | null = new Date()
  protected lastFault: LinkState['lastFault'] = null

  /** Messages that it would take now. */
  get free(): number {
    return this.window.free
  }

  /** Resolves when `free` is more than none; also when it is drained. */
  room(): Promise<void> {
    return this.window.room()
  }

  /** Resolves when the pause that was asked for is over; at once without one. */
  unthrottled(): Promise<void> {
    return this.window.unthrottled(() => this.phase === 'closed')
  }

  /** Begins, and goes on until it is drained; anew when it is just stopping. */
  start() {
    if (this.life && !this.isLeaving) return
    if (this.life) return void this.life.then(() => this.start())
    this.ending = new AbortController()
    this.window.open()
    this.renew()
    this.downSince ??= new Date()
    this.life = this.live().finally(() => {
      this.life = null
    })
  }

  protected abstract get isLeaving(): boolean
  /** What a beginning sets back: it is well until it is known better. */
  protected abstract renew(): void
  protected abstract live(): Promise<void>
}
