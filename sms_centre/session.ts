import { type Socket } from 'node:net'

import { onTheWay, refusal } from './answers.ts'
import { type Faults, type Lots } from './faults/faults.ts'
import { type Figures } from './figures.ts'
import {
  ANSWER,
  COMMAND,
  cstring,
  readBind,
  readSubmit,
  STATUS,
  takeFrames,
  written,
  type Frame,
  type Submit,
} from './wire/wire.ts'

/** What a session asks of its centre. */
export interface Counter {
  faults: Faults
  lots: Lots
  figures: Figures
  /** The status of a bind; 0: welcome. */
  admit(who: { systemId: string; password: string }): number
  /** Keeps a message. Gives its id as the answer says it; throws when no telephone could show it. */
  accept(submit: Submit, systemId: string): Promise<{ id: string; answered(): void }>
  bound(session: Session): void
  /** The other side asked whether we are there. */
  checked(): void
  left(session: Session): void
}

const MOST_UNACKNOWLEDGED = 50

/** One connection of somebody who sends messages. */
export class Session {
  systemId: string | null = null
  hears = false
  /** One of both said that this is the end. */
  tookLeave = false

  private stream: Buffer = Buffer.of()
  private sequence = 0
  private submits = 0
  private unanswered = 0
  private isCorked = false
  private isBreaking = false
  private readonly asked = new Map<number, (status: number | null) => void>()

  constructor(
    private readonly socket: Socket,
    private readonly centre: Counter
  ) {
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.read(chunk))
    socket.on('error', () => {})
    socket.on('close', () => this.over())
  }

  get hasRoom(): boolean {
    return this.hears && !this.isMute && this.asked.size < MOST_UNACKNOWLEDGED
  }

  /** Says something to the other side. Gives the status of its answer, null when none came. */
  deliver(body: Buffer): Promise<number | null> {
    const sequence = this.ask(COMMAND.deliver, body)
    return new Promise((resolve) => this.asked.set(sequence, resolve))
  }

  /** Reads and says nothing, until `goOn`; the connection stays as it is. */
  hang() {
    this.socket.pause()
    this.socket.cork()
  }

  goOn() {
    this.socket.uncork()
    this.socket.resume()
  }

  destroy() {
    this.socket.destroy()
  }

  private get isMute(): boolean {
    const { mute } = this.centre.faults
    return typeof mute === 'object' ? this.submits > mute.after : mute === true
  }

  private unbind() {
    if (this.tookLeave) return
    this.hears = false
    this.tookLeave = true
    this.ask(COMMAND.unbind)
  }

  private ask(command: number, body?: Buffer): number {
    this.sequence += 1
    this.write(written({ command, sequence: this.sequence, body }))
    return this.sequence
  }

  private over() {
    this.hears = false
    for (const answered of this.asked.values()) answered(null)
    this.asked.clear()
    this.centre.left(this)
  }

  private read(chunk: Buffer) {
    try {
      const { frames, rest } = takeFrames(Buffer.concat([this.stream, chunk]))
      this.stream = rest
      for (const frame of frames) if (!this.isBreaking) this.take(frame)
    } catch {
      this.socket.destroy()
    }
  }

  private take(frame: Frame) {
    if (frame.command >= ANSWER) return this.settle(frame)
    switch (frame.command) {
      case COMMAND.bindTransceiver:
      case COMMAND.bindReceiver:
      case COMMAND.bindTransmitter:
        return this.bind(frame)
      case COMMAND.submit:
        void this.submit(frame)
        return
      case COMMAND.enquireLink:
        this.centre.checked()
        return this.answer(frame, STATUS.ok)
      case COMMAND.unbind:
        this.tookLeave = true
        this.answer(frame, STATUS.ok)
        this.socket.end()
        return
      default:
        this.say({
          command: COMMAND.genericNack,
          status: STATUS.unknownCommand,
          sequence: frame.sequence,
        })
    }
  }

  private settle({ sequence, status }: Frame) {
    this.asked.get(sequence)?.(status)
    this.asked.delete(sequence)
  }

  private bind(frame: Frame) {
    if (this.systemId !== null) return this.answer(frame, STATUS.alreadyBound)
    const who = readBind(frame.body)
    const status = this.centre.admit(who)
    const octets = { command: frame.command + ANSWER, status, sequence: frame.sequence }
    if (status !== STATUS.ok) return this.write(written(octets))
    this.systemId = who.systemId
    this.hears = frame.command !== COMMAND.bindTransmitter
    this.write(written({ ...octets, body: cstring('acikkapi') }))
    this.centre.bound(this)
  }

  private async submit(frame: Frame) {
    const { centre } = this
    const { drop, turnsAway, unanswered } = centre.faults
    this.submits += 1
    this.unanswered += 1
    centre.figures.submitted(this.unanswered)
    if (this.systemId === null) return this.answer(frame, STATUS.notBound)
    if (drop?.when === 'before' && centre.lots.strikes('drop', drop.which)) return this.break()
    if (centre.lots.strikes('turnsAway', turnsAway)) return this.unbind()
    const isMute = centre.lots.strikes('unanswered', unanswered) || this.isMute

    const submit = readSubmit(frame.body)
    const status = refusal(submit, centre)
    await this.hesitate()
    if (status !== STATUS.ok) return this.answer(frame, status)
    try {
      const { id, answered } = await centre.accept(submit, this.systemId)
      if (!isMute) this.acknowledge(frame, cstring(id))
      answered()
    } catch {
      this.answer(frame, STATUS.badMessage)
    }
  }

  /** Nothing more is read; what was answered already still goes out. */
  private break() {
    this.isBreaking = true
    setImmediate(() => this.socket.destroySoon())
  }

  private async hesitate() {
    const { delay = 0, jitter = 0 } = this.centre.faults
    const wait = delay + (jitter && jitter * this.centre.lots.draw('jitter'))
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait).unref())
  }

  private acknowledge(frame: Frame, body: Buffer) {
    const { sequence } = frame
    const good = written({ command: COMMAND.submit + ANSWER, sequence, body })
    const { octets, then } = onTheWay(good, this.centre)
    this.unanswered -= 1
    this.write(octets)
    if (then === 'break') this.socket.destroySoon()
    if (then === 'leave') this.unbind()
  }

  private answer(frame: Frame, status: number, body?: Buffer) {
    if (frame.command === COMMAND.submit) this.unanswered -= 1
    this.say({ command: frame.command + ANSWER, status, sequence: frame.sequence, body })
  }

  private say(frame: Partial<Frame> & { command: number }) {
    if (!this.isMute) this.write(written(frame))
  }

  /** What is said at one moment goes out together: a system call for each costs more than all else. */
  private write(octets: Buffer) {
    if (!this.socket.writable) return
    if (!this.isCorked) {
      this.isCorked = true
      setImmediate(() => {
        this.isCorked = false
        this.socket.uncork()
      })
      this.socket.cork()
    }
    this.socket.write(octets)
  }
}
