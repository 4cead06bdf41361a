import { type Socket } from 'node:net'

import { onTheWay, refusal } from './answers.ts'
import { Connection } from './connection.ts'
import { type Faults, type Lots } from './faults/faults.ts'
import { type Figures } from './figures.ts'
import {
  ANSWER,
  COMMAND,
  cstring,
  readBind,
  readSubmit,
  STATUS,
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

  private submits = 0
  private unanswered = 0
  private readonly connection: Connection

  constructor(
    socket: Socket,
    private readonly centre: Counter
  ) {
    this.connection = new Connection(socket)
    this.connection.onRequest = (frame) => this.take(frame)
    this.connection.onOver = () => {
      this.hears = false
      this.centre.left(this)
    }
  }

  get hasRoom(): boolean {
    return this.hears && !this.isMute && this.connection.unanswered < MOST_UNACKNOWLEDGED
  }

  /** Says something to the other side. Gives the status of its answer, null when none came. */
  deliver(body: Buffer): Promise<number | null> {
    return this.connection.ask(COMMAND.deliver, body)
  }

  /** Reads and says nothing, until `goOn`; the connection stays as it is. */
  hang() {
    this.connection.hang()
  }

  goOn() {
    this.connection.goOn()
  }

  destroy() {
    this.connection.destroy()
  }

  private get isMute(): boolean {
    const { mute } = this.centre.faults
    return typeof mute === 'object' ? this.submits > mute.after : mute === true
  }

  private unbind() {
    if (this.tookLeave) return
    this.hears = false
    this.tookLeave = true
    void this.connection.ask(COMMAND.unbind)
  }

  private take(frame: Frame) {
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
        this.connection.end()
        return
      default:
        this.say({
          command: COMMAND.genericNack,
          status: STATUS.unknownCommand,
          sequence: frame.sequence,
        })
    }
  }

  private bind(frame: Frame) {
    if (this.systemId !== null) return this.answer(frame, STATUS.alreadyBound)
    const who = readBind(frame.body)
    const status = this.centre.admit(who)
    const octets = { command: frame.command + ANSWER, status, sequence: frame.sequence }
    if (status !== STATUS.ok) return this.connection.write(written(octets))
    this.systemId = who.systemId
    this.hears = frame.command !== COMMAND.bindTransmitter
    this.connection.write(written({ ...octets, body: cstring('acikkapi') }))
    this.centre.bound(this)
  }

  private async submit(frame: Frame) {
    const { centre } = this
    const { drop, turnsAway, unanswered } = centre.faults
    this.submits += 1
    this.unanswered += 1
    centre.figures.submitted(this.unanswered)
    if (this.systemId === null) return this.answer(frame, STATUS.notBound)
    if (drop?.when === 'before' && centre.lots.strikes('drop', drop.which)) {
      return this.connection.break()
    }
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
    this.connection.write(octets)
    if (then === 'break') this.connection.close()
    if (then === 'leave') this.unbind()
  }

  private answer(frame: Frame, status: number, body?: Buffer) {
    if (frame.command === COMMAND.submit) this.unanswered -= 1
    this.say({ command: frame.command + ANSWER, status, sequence: frame.sequence, body })
  }

  private say(frame: Partial<Frame> & { command: number }) {
    if (!this.isMute) this.connection.write(written(frame))
  }
}
