import { type Socket } from 'node:net'

import { faultOf, type Fault } from '../flow/fault.ts'
import { opened } from '../flow/opened.ts'
import { Frames } from './frames.ts'
import { Pdu } from './pdu.ts'
import { ConnectionLost, Questions } from './questions.ts'
import { type SmppSessionSettings, type SmppTimes } from './settings.ts'
import { BAD_LENGTH, UNKNOWN_COMMAND } from './statuses.ts'

export type Fields = Record<string, string | number | Buffer>

/** Requests of the other side that are being dealt with; a flood of more waits over there. */
const MOST_OPEN = 500
/** Octets that the other side has not taken: whoever asks and never reads would fill our memory. */
const MOST_UNSENT = 1_000_000
const UNBOUND: Fault = { kind: 'unbound' }
/** What it means when these are not answered in time. */
const UNANSWERED: Record<string, Fault> = {
  bind_transceiver: { kind: 'bind_timeout' },
  enquire_link: { kind: 'silent' },
}

/**
 * One TCP or TLS connection, from its opening to its end: frames, questions and their answers, and
 * the watch over a silent peer. It is never used again after a fault; the session opens a new one.
 */
export class Connection {
  /** @throws Error when nobody answers, or TLS does not trust who does. */
  static async open(
    settings: SmppSessionSettings,
    times: SmppTimes,
    signal: AbortSignal
  ): Promise<Connection> {
    return new Connection(await opened(settings, times.connect, signal), times)
  }

  /** Resolves with the reason when the connection is over. */
  readonly closed: Promise<Fault>

  /** Called for every request of the other side that the connection does not answer by itself. */
  onRequest: (pdu: Pdu) => unknown = (pdu) => this.refuse(pdu)

  /** Called when a request of the other side was refused because nobody could read it. */
  onUnreadable: (command: string) => void = () => {}

  /** Called when the other side answered whether it is there. */
  onAlive: () => void = () => {}

  private readonly frames = new Frames()
  private readonly questions = new Questions()
  private readonly watch: NodeJS.Timeout
  private why: Fault | null = null
  /** Ends it as soon as what was asked is answered; null while it goes on. */
  private leave: (() => void) | null = null
  private open = 0

  private constructor(
    private readonly socket: Socket,
    private readonly times: SmppTimes
  ) {
    this.watch = setTimeout(() => this.askWhetherAlive(), times.silence)
    this.closed = new Promise((resolve) => {
      socket.once('close', () => {
        this.end({ kind: 'closed' })
        resolve(this.why!)
      })
    })
    socket.setNoDelay(true)
    socket.on('error', (error) => this.end(faultOf(error)))
    socket.on('data', (chunk: Buffer) => this.read(chunk))
    socket.on('drain', () => this.readOn())
  }

  get isOver(): boolean {
    return this.why !== null
  }

  /** Nothing more can be asked, though what was asked may still be answered. */
  get isEnding(): boolean {
    return this.isOver || this.leave !== null
  }

  /**
   * Asks, and waits for the answer, whatever its status.
   * @throws ConnectionLost also when no answer comes in time: the connection is suspect then and is closed.
   */
  ask(command: string, fields: Fields, within: number): Promise<Pdu> {
    if (this.isEnding) return Promise.reject(new ConnectionLost(this.why ?? UNBOUND, false))
    const sequence = this.questions.nextSequence()
    this.write(new Pdu(command, { ...fields, sequence_number: sequence }))
    const late = () => this.end(UNANSWERED[command] ?? { kind: 'no_answer_in_time' })
    return this.questions.put(sequence, command, within, late)
  }

  /** Answers a request of the other side; does nothing when the connection is over. */
  answer(pdu: Pdu, fields: Fields = {}) {
    const command = `${pdu.command}_resp`
    this.write(new Pdu(command, { ...fields, sequence_number: pdu.sequence_number }))
  }

  refuse(pdu: Pdu, status = UNKNOWN_COMMAND) {
    const sequence = pdu.sequence_number
    this.write(new Pdu('generic_nack', { command_status: status, sequence_number: sequence }))
  }

  /**
   * Asks nothing more, and ends when what was asked is answered, or after a while: else all of it
   * would be sent again.
   */
  finish(why: Fault, lastWord = () => {}) {
    if (this.leave) return
    this.leave = () => {
      if (this.isOver) return
      lastWord()
      this.end(why)
    }
    if (this.questions.areAnswered) this.leave()
    else setTimeout(this.leave, this.times.unbind).unref()
  }

  /** Closes the connection; what was asked and not answered is lost. */
  end(why: Fault) {
    if (this.isOver) return
    this.why = why
    clearTimeout(this.watch)
    this.socket.destroySoon()
    setTimeout(() => this.socket.destroy(), this.times.unbind).unref()
    this.questions.lose(why)
  }

  /** What is said at one moment goes out together: a system call for each costs more than all else. */
  private write(pdu: Pdu) {
    if (this.isOver) return
    if (this.socket.writableCorked === 0) {
      this.socket.cork()
      setImmediate(() => this.socket.uncork())
    }
    this.socket.write(pdu.toBuffer())
    if (this.socket.writableNeedDrain) this.socket.pause()
    if (this.socket.writableLength > MOST_UNSENT) this.end({ kind: 'reads_nothing' })
  }

  private read(chunk: Buffer) {
    try {
      for (const frame of this.frames.push(chunk)) {
        if (this.isOver) return
        this.watch.refresh()
        this.take(frame)
      }
    } catch (error) {
      this.end(faultOf(error))
    }
  }

  private take(frame: Buffer) {
    const pdu = this.decoded(frame)
    if (!pdu) return
    if (pdu.isResponse()) return this.settle(pdu)
    if (pdu.command === 'enquire_link') return this.answer(pdu)
    if (pdu.command === 'unbind') return this.finish(UNBOUND, () => this.answer(pdu))
    void this.attend(pdu)
  }

  private async attend(pdu: Pdu) {
    this.open += 1
    if (this.open >= MOST_OPEN) this.socket.pause()
    try {
      await this.onRequest(pdu)
    } catch (error) {
      this.end(faultOf(error))
    }
    this.open -= 1
    this.readOn()
  }

  private readOn() {
    if (this.open < MOST_OPEN && !this.socket.writableNeedDrain) this.socket.resume()
  }

  /** A request that cannot be read is refused; an answer that cannot be read makes the connection suspect. */
  private decoded(frame: Buffer): Pdu | null {
    try {
      return new Pdu(frame)
    } catch {
      const header = new Pdu(Buffer.concat([Buffer.of(0, 0, 0, 16), frame.subarray(4, 16)]))
      if (header.isResponse()) {
        this.end({ kind: 'unreadable_answer' })
      } else {
        this.refuse(header, BAD_LENGTH)
        this.onUnreadable(header.command)
      }
      return null
    }
  }

  private settle(pdu: Pdu) {
    const isAnswer = this.questions.settle(pdu)
    if (isAnswer && this.questions.areAnswered) this.leave?.()
    if (!isAnswer && pdu.command === 'generic_nack') this.end({ kind: 'not_understood' })
  }

  /** A peer that vanished without closing is noticed by its silence alone. */
  private askWhetherAlive() {
    this.ask('enquire_link', {}, this.times.alive).then(
      () => {
        this.watch.refresh()
        this.onAlive()
      },
      () => {}
    )
  }
}
