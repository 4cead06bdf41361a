import { setTimeout as sleep } from 'node:timers/promises'

import { Session } from '../flow/session.ts'
import { BackOff } from '../flow/back_off.ts'
import { type Alarm } from '../flow/alarm.ts'
import { faultOf, inWords, type Fault } from '../flow/fault.ts'
import { bind, BindRefused } from './bind.ts'
import { Connection, type Fields } from './connection.ts'
import { type LinkPhase, type LinkState } from '../flow/link_state.ts'
import { SILENT, type Log } from '../log.ts'
import { Window } from '../flow/window.ts'
import { type Pdu } from './pdu.ts'
import { SMPP_TIMES, type SmppSessionSettings, type SmppTimes } from './settings.ts'
import { SAY_AGAIN } from './statuses.ts'
import { answered, lost, type SubmitResult } from './submit_result.ts'

/** One place in the window, held from before the submit until its result is committed. */
export interface Slot {
  submit(fields: Fields): Promise<SubmitResult>
  release(): void
}

/**
 * Our side of SMPP 3.4 with one SMS centre, as a transceiver: idle → connecting → binding → bound →
 * draining → closed. It comes back by itself after every fault except a wrong setting.
 */
export class SmppSession extends Session {
  /**
   * Called with every deliver_sm. It is acknowledged after the promise resolves with true; false: it
   * was no receipt, acknowledged too; rejected: the centre is asked to try again.
   */
  onDeliver: (pdu: Pdu) => Promise<boolean> = async () => false

  private readonly times: SmppTimes
  protected readonly window: Window
  private readonly backOff: BackOff

  private connection: Connection | null = null
  /** What a bind ends, what an accepted message ends: each alarm ends with its own cause. */
  private alarms: Record<'link' | 'messages', Alarm | null> = { link: null, messages: null }
  private replies = 0

  constructor(
    private readonly settings: SmppSessionSettings,
    private readonly log: Log = SILENT
  ) {
    super()
    this.times = { ...SMPP_TIMES, ...settings.times }
    this.window = new Window(settings, this.times.throttle, () => this.isUp)
    this.backOff = new BackOff(this.times.backOff)
  }

  get state(): LinkState {
    const { phase, since, downSince, free, lastFault, alarm, replies } = this
    const { taken: inFlight, size: window } = this.window
    return { phase, since, downSince, free, inFlight, window, lastFault, alarm, replies }
  }

  /** A place in the window, or null when nothing can be sent at present. Waits for committed results. */
  async slot(): Promise<Slot | null> {
    const release = await this.window.place()
    return release && { submit: (fields) => this.submit(fields), release }
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

  private get alarm(): Alarm | null {
    return this.alarms.link ?? this.alarms.messages
  }

  /** A connection that has ended is noticed here before the phase says so. */
  private get isUp(): boolean {
    return this.phase === 'bound' && this.connection?.isEnding === false
  }

  protected renew() {
    this.alarms = { link: null, messages: null }
  }

  protected get isLeaving(): boolean {
    return this.phase === 'draining' || this.ending.signal.aborted
  }

  protected async live() {
    while (!this.isLeaving) {
      await this.rest(await this.lived())
    }
    this.connection = null
    this.enter('closed')
  }

  /** From the opening of one connection to its end. Gives the wait before the next, in milliseconds. */
  private async lived(): Promise<number> {
    try {
      const connection = await this.connected()
      await this.bound(connection)
      return await this.over(connection)
    } catch (fault) {
      this.note(faultOf(fault))
      if (!(fault instanceof BindRefused && fault.isWrongCredentials)) return this.backOff.next()
      this.raise('link', { kind: 'credentials', status: fault.fault.status })
      return this.times.refused
    }
  }

  private async connected(): Promise<Connection> {
    this.enter('connecting')
    const connection = await Connection.open(this.settings, this.times, this.ending.signal)
    connection.onRequest = (pdu) => this.answer(connection, pdu)
    connection.onUnreadable = (command) =>
      this.note({ kind: 'unreadable_request', status: command })
    connection.onAlive = () => this.prove()
    this.connection = connection
    return connection
  }

  private async bound(connection: Connection) {
    this.enter('binding')
    await bind(connection, this.settings, this.times.bind)
    if (this.alarms.link?.kind !== 'noLink') this.alarms.link = null
    if (this.isLeaving) return
    this.enter('bound')
    this.log.info({ host: this.settings.host }, 'SMS session bound')
  }

  /** A link that held long enough begins its back-off anew. */
  private async over(connection: Connection): Promise<number> {
    const why = await connection.closed
    const held = Date.now() - this.since.getTime()
    if (held > this.times.backOff.last) this.backOff.reset()
    this.window.narrow()
    this.downSince ??= new Date()
    this.note(why)
    return this.backOff.next()
  }

  private async rest(wait: number) {
    if (this.isLeaving) return
    this.enter('idle')
    const down = this.downSince ? Date.now() - this.downSince.getTime() : 0
    if (down >= this.times.alarm && !this.alarm) this.raise('link', { kind: 'noLink' })
    await sleep(wait, null, { signal: this.ending.signal }).catch(() => {})
  }

  private async submit(fields: Fields): Promise<SubmitResult> {
    await this.window.turn()
    const { connection } = this
    if (!connection || connection.isEnding) return { kind: 'unsent', why: 'no_link' }
    if (this.window.isThrottled) return { kind: 'unsent', why: 'throttled' }
    try {
      const result = answered(await connection.ask('submit_sm', fields, this.times.response))
      this.prove()
      this.heed(result, connection)
      return result
    } catch (fault) {
      return lost(fault)
    }
  }

  /** What an answer means for the link itself. */
  private heed({ meaning, status }: SubmitResult & { kind: 'answered' }, connection: Connection) {
    if (meaning === 'accepted') {
      this.backOff.reset()
      this.window.accepted()
      if (!this.isLeaving) this.alarms.messages = null
      return
    }
    this.log.warn({ status }, 'SMS refused')
    if (meaning === 'throttled') this.ease(status)
    if (meaning === 'rebind') connection.finish({ kind: 'refused', status })
    if (meaning === 'configuration') this.stop(status)
    if (meaning === 'unknown') this.raise('messages', { kind: 'unforeseen', status })
  }

  private ease(status: string) {
    this.window.rest()
    const lasts = Date.now() - (this.window.throttledSince?.getTime() ?? Date.now())
    if (lasts < this.times.alarm || this.alarm) return
    this.raise('messages', { kind: 'throttled', status })
  }

  /** A wrong setting spoils every message: the queue is kept, a person has to look. */
  private stop(status: string) {
    this.raise('messages', { kind: 'setting', status })
    this.note({ kind: 'refused', status })
    void this.leave({ kind: 'refused', status })
  }

  private answer(connection: Connection, pdu: Pdu) {
    if (pdu.command === 'alert_notification') return
    if (pdu.command !== 'deliver_sm') return connection.refuse(pdu)
    return this.onDeliver(pdu).then(
      (isReceipt) => {
        if (!isReceipt) this.replies += 1
        connection.answer(pdu, { message_id: '' })
      },
      () => connection.answer(pdu, { command_status: SAY_AGAIN })
    )
  }

  private async leave(why: Fault) {
    this.ending.abort()
    const { connection } = this
    if (!connection) return
    if (this.phase === 'bound') this.enter('draining')
    await connection.ask('unbind', {}, this.times.unbind).catch(() => {})
    connection.end(why)
  }

  /** The end that we wanted is no fault. */
  private note(fault: Fault) {
    if (this.ending.signal.aborted) return
    this.lastFault = { ...fault, at: new Date() }
    this.log.warn({ fault: inWords(fault) }, 'SMS session disturbed')
  }

  /** The other side answers: a bind alone promises nothing. */
  private prove() {
    this.downSince = null
    if (this.alarms.link?.kind === 'noLink') this.alarms.link = null
  }

  private raise(what: 'link' | 'messages', alarm: Alarm) {
    this.alarms[what] = alarm
    this.log.error({ alarm: inWords(alarm) }, 'SMS session needs somebody')
  }

  private enter(phase: LinkPhase) {
    if (this.phase === phase) return
    this.phase = phase
    this.since = new Date()
    this.window.tell()
  }
}
