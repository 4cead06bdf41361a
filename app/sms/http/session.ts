import { setTimeout as sleep } from 'node:timers/promises'

import { Session } from '../flow/session.ts'
import { BackOff } from '../flow/back_off.ts'
import { type LinkPhase, type LinkState } from '../flow/link_state.ts'
import { type Alarm } from '../flow/alarm.ts'
import { inWords, statusOf, type Fault } from '../flow/fault.ts'
import { type Log } from '../log.ts'
import { Window, type WindowSettings } from '../flow/window.ts'
import { HttpClient, type Answer, type ExchangeTimes, type HttpRequest } from './client.ts'

/** How to reach a company that takes messages over HTTP. */
export interface HttpSessionSettings extends WindowSettings {
  url: string
  /** The only certificate authority that is trusted, where it is not one of the usual. */
  ca?: string | Buffer
  times?: Partial<HttpTimes>
}

/** All in milliseconds. */
export interface HttpTimes extends ExchangeTimes {
  backOff: { first: number; last: number }
  /** Unreachable, or asked to pause: somebody should look. */
  alarm: number
  throttle: { first: number; last: number }
  drain: number
}

const TIMES: HttpTimes = {
  connect: 10_000,
  response: 30_000,
  backOff: { first: 1_000, last: 60_000 },
  alarm: 600_000,
  throttle: { first: 1_000, last: 30_000 },
  drain: 10_000,
}

/** What became of one request. */
export type HttpResult =
  | { kind: 'answered'; answer: Answer }
  | { kind: 'unsent'; why: string }
  | { kind: 'ambiguous'; why: string }

/** One place in the window, held from before the request until its result is committed. */
export interface HttpSlot {
  ask(request: HttpRequest): Promise<HttpResult>
  release(): void
}

/**
 * Our side of a company's HTTP interface. There is no link to keep, so reaching the host stands for
 * it: connecting → bound → (a request finds nobody) → idle → connecting … and what waits goes on
 * waiting meanwhile, instead of using up its tries.
 */
export class HttpSession extends Session {
  private readonly times: HttpTimes
  private readonly client: HttpClient
  protected readonly window: Window
  private readonly backOff: BackOff

  private hurry = new AbortController()
  private pausedSince: number | null = null
  private alarm: Alarm | null = null

  constructor(
    settings: HttpSessionSettings,
    private readonly log: Log
  ) {
    super()
    this.times = { ...TIMES, ...settings.times }
    this.client = new HttpClient(new URL(settings.url), this.times, settings.ca)
    this.window = new Window(settings, this.times.throttle, () => this.phase === 'bound')
    this.backOff = new BackOff(this.times.backOff)
  }

  get state(): Omit<LinkState, 'replies'> {
    const { phase, since, downSince, free, lastFault, alarm } = this
    const { taken: inFlight, size: window } = this.window
    return { phase, since, downSince, free, inFlight, window, lastFault, alarm }
  }

  /** A place in the window, or null when nothing can be sent at present. Waits for committed results. */
  async slot(): Promise<HttpSlot | null> {
    const release = await this.window.place()
    return release && { ask: (request) => this.ask(request), release }
  }

  /** Takes nothing more, waits for what is under way, and closes. */
  async drain(): Promise<void> {
    if (this.phase === 'bound') this.enter('draining')
    this.ending.abort()
    await Promise.race([this.window.empty(), sleep(this.times.drain, null, { ref: false })])
    this.hurry.abort()
    await this.life
    this.enter('closed')
    this.window.close()
  }

  /** Something was taken: the line is well, but for a wrong setting, which a person has to mend. */
  accepted() {
    this.backOff.reset()
    this.window.accepted()
    this.pausedSince = null
    if (this.phase !== 'closed') this.alarm = null
  }

  /**
   * The company asks for a pause, or does not answer as it should: each pause is longer than the one
   * before, until something is taken again.
   * @param atLeast in milliseconds, where the company says how long
   */
  ease(status: string, atLeast: number | null = null) {
    this.pausedSince ??= Date.now()
    const lasts = Date.now() - this.pausedSince
    if (lasts >= this.times.alarm && !this.alarm) this.raise({ kind: 'throttled', status })
    this.window.rest(atLeast ?? 0)
  }

  /** A wrong setting spoils every message: the queue is kept, a person has to look. */
  stop(status: string) {
    this.raise({ kind: 'setting', status })
    this.note({ kind: 'refused', status })
    this.ending.abort()
    this.enter('closed')
  }

  /** Why somebody should look now. */
  raise(alarm: Alarm) {
    this.alarm = alarm
    this.log.error({ alarm: inWords(alarm) }, 'SMS session needs somebody')
  }

  protected renew() {
    this.hurry = new AbortController()
    this.alarm = null
  }

  protected get isLeaving(): boolean {
    return this.ending.signal.aborted
  }

  protected async live() {
    while (!this.isLeaving) {
      this.enter('connecting')
      const fault = await this.client.reach(this.ending.signal)
      if (this.isLeaving) return
      if (fault) this.note(fault)
      else await this.bound()
      await this.rest()
    }
  }

  /** Until a request finds nobody, or the end. */
  private async bound() {
    this.downSince = null
    if (this.alarm?.kind === 'noLink') this.alarm = null
    this.enter('bound')
    this.log.info({}, 'SMS session bound')
    while (this.phase === 'bound') await this.window.changed()
    this.downSince = new Date()
  }

  private async rest() {
    if (this.isLeaving) return
    this.enter('idle')
    const down = this.downSince ? Date.now() - this.downSince.getTime() : 0
    if (down >= this.times.alarm && !this.alarm) this.raise({ kind: 'noLink' })
    await sleep(this.backOff.next(), null, { signal: this.ending.signal }).catch(() => {})
  }

  private async ask(request: HttpRequest): Promise<HttpResult> {
    await this.window.turn()
    if (!['bound', 'draining'].includes(this.phase)) return { kind: 'unsent', why: 'no_link' }
    if (this.window.isThrottled) return { kind: 'unsent', why: 'throttled' }
    const exchange = await this.client.ask(request, this.hurry.signal)
    if (exchange.kind === 'answered') return exchange
    this.note(exchange.fault)
    if (exchange.kind === 'ambiguous') {
      this.window.narrow()
      const why = statusOf(exchange.fault)
      this.ease(why)
      return { kind: 'ambiguous', why }
    }
    if (this.phase === 'bound') this.enter('idle')
    return { kind: 'unsent', why: 'no_link' }
  }

  /** The end that we wanted is no fault. */
  private note(fault: Fault) {
    if (fault.kind === 'drained') return
    this.lastFault = { ...fault, at: new Date() }
    this.log.warn({ fault: inWords(fault) }, 'SMS session disturbed')
  }

  private enter(phase: LinkPhase) {
    if (this.phase === phase) return
    this.phase = phase
    this.since = new Date()
    this.window.tell()
  }
}
