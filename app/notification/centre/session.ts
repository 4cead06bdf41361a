import { type Socket } from 'node:net'

import { type Faults, type Lots } from './faults.ts'
import {
  ANSWER,
  COMMAND,
  cstring,
  readBind,
  readSubmit,
  takeFrames,
  written,
  type Frame,
  type Submit,
} from './wire.ts'

/** What a session asks of its centre. */
export interface Counter {
  faults: Faults
  lots: Lots
  /** The status of a bind; 0: welcome. */
  admit(who: { systemId: string; password: string }): number
  /** Keeps a message. Gives its id as the answer says it; throws when no telephone could show it. */
  accept(submit: Submit, systemId: string): Promise<{ id: string; answered(): void }>
  bound(session: Session): void
  /** The other side asked whether we are there. */
  checked(): void
  left(session: Session): void
}

const STATUS = {
  ok: 0x00,
  badMessage: 0x01,
  unknownCommand: 0x03,
  notBound: 0x04,
  alreadyBound: 0x05,
  queueFull: 0x14,
  badDestination: 0x0b,
  throttled: 0x58,
} as const

const MOST_UNACKNOWLEDGED = 50

/** One connection of somebody who sends messages. */
export class Session {
  systemId: string | null = null
  hears = false

  private stream: Buffer = Buffer.of()
  private sequence = 0
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
    return this.hears && this.asked.size < MOST_UNACKNOWLEDGED
  }

  /** Says something to the other side. Gives the status of its answer, null when none came. */
  deliver(body: Buffer): Promise<number | null> {
    const sequence = this.ask(COMMAND.deliver, body)
    return new Promise((resolve) => this.asked.set(sequence, resolve))
  }

  unbind() {
    this.hears = false
    this.ask(COMMAND.unbind)
  }

  destroy() {
    this.socket.destroy()
  }

  private ask(command: number, body?: Buffer): number {
    this.sequence += 1
    this.socket.write(written({ command, sequence: this.sequence, body }))
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
      for (const frame of frames) this.take(frame)
    } catch {
      this.socket.destroy()
    }
  }

  private take(frame: Frame) {
    if (frame.command >= ANSWER) return this.settle(frame)
    if (this.centre.faults.mute && frame.command !== COMMAND.bindTransceiver) return
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
    if (status !== STATUS.ok) return this.answer(frame, status)
    this.systemId = who.systemId
    this.hears = frame.command !== COMMAND.bindTransmitter
    this.answer(frame, STATUS.ok, cstring('acikkapi'))
    this.centre.bound(this)
  }

  private async submit(frame: Frame) {
    const { faults, lots } = this.centre
    if (this.systemId === null) return this.answer(frame, STATUS.notBound)
    if (faults.drop?.when === 'before' && lots.strikes('drop', faults.drop.which)) {
      return this.destroy()
    }

    const submit = readSubmit(frame.body)
    const refusal = this.refusal(submit)
    await this.hesitate()
    if (refusal !== STATUS.ok) return this.answer(frame, refusal)
    try {
      const { id, answered } = await this.centre.accept(submit, this.systemId)
      this.acknowledge(frame, cstring(id))
      answered()
    } catch {
      this.answer(frame, STATUS.badMessage)
    }
  }

  private refusal(submit: Submit): number {
    const { faults, lots } = this.centre
    if (lots.strikes('throttle', faults.throttle)) return STATUS.throttled
    if (lots.strikes('queueFull', faults.queueFull)) return STATUS.queueFull
    if (faults.refuse && lots.strikes('refuse', faults.refuse.which)) return faults.refuse.status
    return /^905\d{9}$/.test(submit.to) ? STATUS.ok : STATUS.badDestination
  }

  private async hesitate() {
    const { delay = 0, jitter = 0 } = this.centre.faults
    const wait = delay + jitter * this.centre.lots.draw()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait).unref())
  }

  /** The good answer, or what becomes of it. */
  private acknowledge(frame: Frame, body: Buffer) {
    const { faults, lots } = this.centre
    const octets = written({ command: COMMAND.submit + ANSWER, sequence: frame.sequence, body })
    if (faults.garbage !== undefined && lots.strikes('garbage', faults.garbage)) {
      this.socket.write(Buffer.alloc(64, 0xff))
    } else if (faults.badLength && lots.strikes('badLength', faults.badLength.which)) {
      octets.writeUInt32BE(faults.badLength.length, 0)
      this.socket.write(octets)
    } else if (faults.drop?.when === 'halfway' && lots.strikes('drop', faults.drop.which)) {
      this.socket.write(octets.subarray(0, octets.length / 2))
      this.socket.destroySoon()
    } else if (faults.drop?.when === 'after' && lots.strikes('drop', faults.drop.which)) {
      this.socket.write(octets)
      this.socket.destroySoon()
    } else {
      this.socket.write(octets)
      if (lots.strikes('unbind', faults.unbind)) this.unbind()
    }
  }

  private answer(frame: Frame, status: number, body?: Buffer) {
    this.say({ command: frame.command + ANSWER, status, sequence: frame.sequence, body })
  }

  private say(frame: Frame | (Omit<Frame, 'body'> & { body?: Buffer })) {
    if (this.socket.writable) this.socket.write(written(frame))
  }
}
