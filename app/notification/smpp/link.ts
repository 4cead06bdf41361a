import { setTimeout as sleep } from 'node:timers/promises'

import { BackOff } from './back_off.js'
import { Connection, ConnectionLost } from './connection.js'
import { type Log, SILENT } from './log.js'
import { Pace } from './pace.js'
import { type Pdu } from './pdu.js'
import { TIMES, type LinkSettings, type Times } from './settings.js'
import {
  isWrongCredentials,
  meaningOfSubmit,
  statusName,
  SYSTEM_ERROR,
  type Meaning,
} from './statuses.js'
import { Window } from './window.js'

export type LinkPhase = 'idle' | 'connecting' | 'binding' | 'bound' | 'draining' | 'closed'

/** What became of one submit_sm. */
export type Submitted =
  | { kind: 'answered'; meaning: Meaning; status: string; id: string }
  /** It never left: there is no link, or the operator asked for a pause. */
  | { kind: 'unsent'; why: string }
  /** The link went while the answer was awaited: nobody can know. */
  | { kind: 'ambiguous'; why: string }

/** One place in the window, held from before the submit until its result is committed. */
export interface Slot {
  submit(fields: Record<string, string | number | Buffer>): Promise<Submitted>
  release(): void
}

/** For a status page. */
export interface LinkState {
  phase: LinkPhase
  since: Date
  inFlight: number
  free: number
  lastFault: { what: string; at: Date } | null
  /** Why somebody should look now; null when nobody need. */
  alarm: string | null
  /** deliver_sm that were no receipts: somebody answered. Acknowledged and dropped. */
  replies: number
}

/**
 * Our side of SMPP 3.4 with one SMS centre, as a transceiver: idle → connecting → binding → bound →
 * draining → closed. It comes back by itself after every fault except a wrong setting.
 */
export class SmppLink {
  /**
   * Called with every deliver_sm. It is acknowledged after the promise resolves with true; false: it
   * was no receipt, acknowledged too; rejected: the centre is asked to try again.
   */
  onDeliver: (pdu: Pdu) => Promise<boolean> = async () => false

  private readonly times: Times
  private readonly window: Window
  private readonly pace: Pace
  private readonly backOff: BackOff
  private readonly throttle: BackOff

  private phase: LinkPhase = 'idle'
  private since = new Date()
  private connection: Connection | null = null
  private life: Promise<void> | null = null
  private ending = new AbortController()
  private waiting: (() => void)[] = []
  private paused = false
  private drained = false
  private downSince: Date | null = null
  private lastFault: LinkState['lastFault'] = null
  private alarm: string | null = null
  private replies = 0

  constructor(
    private readonly settings: LinkSettings,
    private readonly log: Log = SILENT
  ) {
    this.times = { ...TIMES, ...settings.times }
    this.window = new Window(settings.window ?? 10)
    this.pace = new Pace(settings.rate)
    this.backOff = new BackOff(this.times.backOff)
    this.throttle = new BackOff(this.times.throttle)
  }

  get state(): LinkState {
    const { phase, since, free, lastFault, replies } = this
    return {
      phase,
      since,
      free,
      lastFault,
      replies,
      inFlight: this.window.taken,
      alarm: this.alarm,
    }
  }

  /** Messages that it would take now. */
  get free(): number {
    return this.isOpen ? this.window.free : 0
  }

  /** Resolves when `free` is more than none; also when the link is drained. */
  async room(): Promise<void> {
    while (this.free === 0 && !this.drained) await this.change()
  }

  /** Begins to connect, and goes on connecting until it is drained. */
  start() {
    if (this.life) return
    this.ending = new AbortController()
    this.drained = false
    this.alarm = null
    this.life = this.live().finally(() => {
      this.life = null
    })
  }

  /** A place in the window, or null when nothing can be sent at present. Waits for committed results. */
  async slot(): Promise<Slot | null> {
    while (this.isOpen) {
      if (this.window.take())
        return { submit: (fields) => this.submit(fields), release: this.once() }
      await this.change()
    }
    return null
  }

  /** Resolves when the pause that the operator asked for is over; at once without one. */
  async unpaused(): Promise<void> {
    while (this.paused && this.phase !== 'closed') await this.change()
  }

  /** Takes nothing more, waits for what is under way, takes leave and closes. */
  async drain(): Promise<void> {
    if (this.phase === 'bound') this.enter('draining')
    await Promise.race([this.allCommitted(), sleep(this.times.drain, null, { ref: false })])
    await this.leave('drained')
    await this.life
    this.drained = true
    this.enter('closed')
    this.changed()
  }

  /** A connection that has ended is noticed here before the phase says so. */
  private get isOpen(): boolean {
    return this.phase === 'bound' && !this.paused && this.connection?.isOver === false
  }

  private async live() {
    while (!this.ending.signal.aborted) {
      let wait: number
      try {
        const connection = await this.connected()
        await this.bound(connection)
        wait = await this.over(connection)
      } catch (error) {
        this.noteFault(error instanceof Error ? error.message : String(error))
        wait = error instanceof BindRefused ? this.afterRefusal(error) : this.backOff.next()
      }
      this.connection = null
      await this.rest(wait)
    }
    this.enter('closed')
  }

  private async connected(): Promise<Connection> {
    this.enter('connecting')
    this.downSince ??= new Date()
    const connection = await Connection.open(this.settings, this.times, this.ending.signal)
    connection.onRequest = (pdu) => this.answer(connection, pdu)
    this.connection = connection
    return connection
  }

  private async bound(connection: Connection) {
    this.enter('binding')
    const { systemId, password, systemType = '' } = this.settings
    const who = { system_id: systemId, password, system_type: systemType, interface_version: 0x34 }
    const answer = await connection.ask('bind_transceiver', who, this.times.bind)
    if (answer.command_status !== 0) {
      connection.end('bind refused')
      throw new BindRefused(answer.command_status)
    }
    this.downSince = null
    this.alarm = null
    if (this.ending.signal.aborted) return
    this.enter('bound')
    this.log.info({ host: this.settings.host }, 'SMS link bound')
  }

  /** A link that held long enough begins its back-off anew. */
  private async over(connection: Connection): Promise<number> {
    const why = await connection.closed
    const held = Date.now() - this.since.getTime()
    if (held > this.times.backOff.last) this.backOff.reset()
    if (!this.ending.signal.aborted) this.noteFault(why)
    return this.backOff.next()
  }

  /** Wrong credentials lock an account when they are tried too often; anything else may pass. */
  private afterRefusal({ status, message }: BindRefused): number {
    if (!isWrongCredentials(status)) return this.backOff.next()
    this.raise(message)
    return this.times.refused
  }

  private async rest(wait: number) {
    if (this.ending.signal.aborted) return
    this.enter('idle')
    const down = this.downSince ? Date.now() - this.downSince.getTime() : 0
    if (down >= this.times.alarm && !this.alarm) this.raise('no link for a long time')
    await sleep(wait, null, { signal: this.ending.signal }).catch(() => {})
  }

  private async submit(fields: Record<string, string | number | Buffer>): Promise<Submitted> {
    await this.pace.turn()
    const connection = this.connection
    const open = this.phase === 'bound' || this.phase === 'draining'
    if (!connection || !open) return { kind: 'unsent', why: 'no_link' }
    if (this.paused) return { kind: 'unsent', why: 'paused' }
    try {
      const answer = await connection.ask('submit_sm', fields, this.times.response)
      return this.judged(answer, connection)
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error
      return { kind: error.written ? 'ambiguous' : 'unsent', why: error.why }
    }
  }

  private judged(answer: Pdu, connection: Connection): Submitted {
    const isAnswer = answer.command === 'submit_sm_resp' || answer.command_status !== 0
    const meaning = isAnswer ? meaningOfSubmit(answer.command_status) : 'unknown'
    const status = isAnswer ? statusName(answer.command_status) : answer.command
    if (meaning === 'accepted') this.succeeded()
    else this.log.warn({ status }, 'SMS refused')

    if (meaning === 'throttled') this.pause()
    if (meaning === 'rebind') connection.end(status)
    if (meaning === 'configuration') this.stop(status)
    if (meaning === 'unknown') this.raise(`unforeseen status ${status}`)
    return { kind: 'answered', meaning, status, id: answer.text('message_id') }
  }

  private succeeded() {
    this.backOff.reset()
    this.throttle.reset()
  }

  /** Answers to what was sent before the pause began do not lengthen it. */
  private pause() {
    if (this.paused) return
    this.paused = true
    setTimeout(() => {
      this.paused = false
      this.changed()
    }, this.throttle.next()).unref()
  }

  /** A wrong setting spoils every message: the queue is kept, a person has to look. */
  private stop(status: string) {
    this.raise(`wrong setting: ${status}`)
    this.noteFault(status)
    this.leave(status).catch(() => {})
  }

  private answer(connection: Connection, pdu: Pdu) {
    if (pdu.command === 'alert_notification') return
    if (pdu.command !== 'deliver_sm') return connection.refuse(pdu)
    this.onDeliver(pdu).then(
      (isReceipt) => {
        if (!isReceipt) this.replies += 1
        connection.answer(pdu, { message_id: '' })
      },
      () => connection.answer(pdu, { command_status: SYSTEM_ERROR })
    )
  }

  private async leave(why: string) {
    this.ending.abort()
    const connection = this.connection
    if (!connection) return
    if (this.phase === 'bound') this.enter('draining')
    await connection.ask('unbind', {}, this.times.unbind).catch(() => {})
    connection.end(why)
  }

  private async allCommitted() {
    while (this.window.taken > 0) await this.change()
  }

  /** A slot is given back once, however often one says so. */
  private once(): () => void {
    let held = true
    return () => {
      if (held) this.window.release()
      held = false
      this.changed()
    }
  }

  private noteFault(what: string) {
    this.lastFault = { what, at: new Date() }
    this.log.warn({ fault: what }, 'SMS link lost')
  }

  private raise(alarm: string) {
    this.alarm = alarm
    this.log.error({ alarm }, 'SMS link needs somebody')
  }

  private enter(phase: LinkPhase) {
    if (this.phase === phase) return
    this.phase = phase
    this.since = new Date()
    this.changed()
  }

  private change(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  private changed() {
    for (const resolve of this.waiting.splice(0)) resolve()
  }
}

class BindRefused extends Error {
  constructor(readonly status: number) {
    super(`bind refused: ${statusName(status)}`)
  }
}
