import { setTimeout as sleep } from 'node:timers/promises'

import { type GatewayState, type Outcome } from '../gateway.ts'
import { type Log } from '../log.ts'
import { Alarms } from './alarms.ts'
import { BackOff } from './back_off.ts'
import { inWords, type Fault } from './fault.ts'
import { Window, type WindowSettings } from './window.ts'

/** All in milliseconds. */
export interface SessionTimes {
  /** Between two tries to connect. */
  backOff: { first: number; last: number }
  /** Without a link, or throttled: somebody should look. */
  alarm: number
  throttle: { first: number; last: number }
  drain: number
}

/** What became of one part of a message. One that was throttled may be sent again after a while. */
export type Result = Outcome | { kind: 'noLink'; status: string }

/** One place in the window, held from before the first part until the outcome is committed. */
export interface Slot<Part> {
  submit(part: Part): Promise<Result>
  release(): void
}

const NO_LINK: Result = { kind: 'noLink', status: 'no_link' }
const THROTTLED: Result = { kind: 'throttled', status: 'throttled' }

/**
 * Our side of what is spoken with one operator: idle → connecting → bound → draining → closed, and a
 * window of messages under way. It comes back by itself after every fault except a wrong setting.
 */
export abstract class Session<Part, Times extends SessionTimes = SessionTimes> {
  protected readonly window: Window
  protected readonly backOff: BackOff
  protected readonly alarms: Alarms
  protected phase: GatewayState['link'] = 'idle'
  protected since = new Date()
  protected downSince: Date | null = new Date()
  protected ending = new AbortController()
  protected replies = 0
  private life: Promise<void> | null = null
  private lastFault: GatewayState['lastFault'] = null

  constructor(
    settings: WindowSettings,
    protected readonly times: Times,
    protected readonly log: Log
  ) {
    this.window = new Window(settings, times.throttle, () => this.isUp)
    this.backOff = new BackOff(times.backOff)
    this.alarms = new Alarms(log)
  }

  get state(): Omit<GatewayState, 'name'> {
    const { phase: link, since, downSince, lastFault, replies } = this
    const { taken: inFlight, size: window, free } = this.window
    const alarm = this.alarms.current
    return { link, since, downSince, inFlight, free, window, lastFault, alarm, replies }
  }

  /** Resolves when `free` is more than none; also when it is drained. */
  room(): Promise<void> {
    return this.window.room()
  }

  /** Resolves when it is not throttled any more; at once when it is not. */
  unthrottled(): Promise<void> {
    return this.window.unthrottled(() => this.phase === 'closed')
  }

  /** A place in the window, or null when nothing can be sent at present. Waits for committed results. */
  async slot(): Promise<Slot<Part> | null> {
    const release = await this.window.place()
    return release && { submit: (part) => this.submit(part), release }
  }

  /** Begins, and goes on until it is drained; anew when it is just stopping. */
  start() {
    if (this.life && !this.isLeaving) return
    if (this.life) return void this.life.then(() => this.start())
    this.ending = new AbortController()
    this.window.open()
    this.alarms.clear()
    this.downSince ??= new Date()
    this.life = this.live().finally(() => {
      this.life = null
    })
  }

  /** Takes nothing more, waits for what is under way, takes leave and closes. */
  async drain(): Promise<void> {
    if (this.phase === 'bound') this.enter('draining')
    else this.ending.abort()
    await Promise.race([this.window.empty(), sleep(this.times.drain, null, { ref: false })])
    await this.leave({ kind: 'drained' })
    await this.life
    this.enter('closed')
    this.window.close()
  }

  /** For a wrong setting, which spoils every message: the queue is kept, a person has to look. */
  stop(status: string) {
    this.alarms.raise({ kind: 'setting', status })
    this.note({ kind: 'refused', status })
    void this.leave({ kind: 'refused', status })
  }

  /** From the opening of one link to its end. Gives the wait before the next, in milliseconds. */
  protected abstract link(): Promise<number>
  /** Ends the link and opens no other. */
  protected abstract leave(why: Fault): Promise<void>
  /** Whether something can be sent over it, also while it is being drained. */
  protected abstract get canSend(): boolean
  protected abstract send(part: Part): Promise<Result>

  protected get isLeaving(): boolean {
    return this.phase === 'draining' || this.ending.signal.aborted
  }

  /** What an answer means for the session. @param atLeast how long it is to wait, in milliseconds */
  protected heed(result: Result, atLeast = 0) {
    if (result.kind === 'sent') return this.accepted()
    const { kind, status } = result
    this.log.warn({ status }, 'SMS refused')
    if (kind === 'throttled' || kind === 'ambiguous') this.throttle(status, atLeast)
  }

  /**
   * The operator asks for less, or does not answer as it should: nothing is sent for a while, each
   * time for longer than the time before, until something is accepted again.
   */
  protected throttle(status: string, atLeast = 0) {
    this.window.slowDown(atLeast)
    const lasts = Date.now() - this.window.throttledSince!.getTime()
    if (lasts < this.times.alarm || this.alarms.current) return
    this.alarms.raise({ kind: 'throttled', status })
  }

  /** Somebody answers at the other end. */
  protected reached() {
    if (!this.downSince) return
    this.downSince = null
    this.alarms.endOfLink('noLink')
    this.window.tell()
  }

  /** The end that we wanted is no fault. */
  protected note(fault: Fault) {
    if (this.ending.signal.aborted) return
    this.lastFault = { ...fault, at: new Date() }
    this.log.warn({ fault: inWords(fault) }, 'SMS session disturbed')
  }

  protected enter(phase: GatewayState['link']) {
    if (this.phase === phase) return
    this.phase = phase
    this.since = new Date()
    this.window.tell()
  }

  private get isUp(): boolean {
    return this.phase === 'bound' && this.canSend
  }

  private async submit(part: Part): Promise<Result> {
    await this.window.turn()
    if (!this.canSend) return NO_LINK
    if (this.window.isThrottled) return THROTTLED
    return this.send(part)
  }

  private async live() {
    while (!this.isLeaving) await this.rest(await this.link())
    this.enter('closed')
  }

  private async rest(wait: number) {
    if (this.isLeaving) return
    this.enter('idle')
    const down = this.downSince ? Date.now() - this.downSince.getTime() : 0
    if (down >= this.times.alarm && !this.alarms.current) this.alarms.raise({ kind: 'noLink' })
    await sleep(wait, null, { signal: this.ending.signal }).catch(() => {})
  }

  /** All is well, but for a wrong setting, which a person has to mend. */
  private accepted() {
    this.backOff.reset()
    this.window.accepted()
    if (!this.isLeaving) this.alarms.endOfMessages()
  }
}
