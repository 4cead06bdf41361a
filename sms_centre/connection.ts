import { type Socket } from 'node:net'

import { ANSWER, takeFrames, written, type Frame } from './wire/wire.ts'

/** The octets of one session: what comes as whole frames, what is said, what was asked. */
export class Connection {
  /** Called with everything that is asked of us. */
  onRequest: (frame: Frame) => void = () => {}
  onOver: () => void = () => {}

  private stream: Buffer = Buffer.of()
  private sequence = 0
  private isCorked = false
  private isBreaking = false
  private readonly asked = new Map<number, (status: number | null) => void>()

  constructor(private readonly socket: Socket) {
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.read(chunk))
    socket.on('error', () => {})
    socket.on('close', () => this.over())
  }

  /** How many questions of ours are not answered yet. */
  get unanswered(): number {
    return this.asked.size
  }

  /** Asks the other side. Gives the status of its answer, null when none came. */
  ask(command: number, body?: Buffer): Promise<number | null> {
    this.sequence += 1
    const { sequence } = this
    this.write(written({ command, sequence, body }))
    return new Promise((resolve) => this.asked.set(sequence, resolve))
  }

  /** What is said at one moment goes out together: a system call for each costs more than all else. */
  write(octets: Buffer) {
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

  /** Reads and says nothing, until `goOn`; the connection stays as it is. */
  hang() {
    this.socket.pause()
    this.socket.cork()
  }

  goOn() {
    this.socket.uncork()
    this.socket.resume()
  }

  /** Says no more, and lets the other side close. */
  end() {
    this.socket.end()
  }

  /** Closes when what was said has gone out. */
  close() {
    this.socket.destroySoon()
  }

  /** Nothing more is read; what was answered already still goes out. */
  break() {
    this.isBreaking = true
    setImmediate(() => this.socket.destroySoon())
  }

  destroy() {
    this.socket.destroy()
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
    if (frame.command < ANSWER) return this.onRequest(frame)
    this.asked.get(frame.sequence)?.(frame.status)
    this.asked.delete(frame.sequence)
  }

  private over() {
    for (const answered of this.asked.values()) answered(null)
    this.asked.clear()
    this.onOver()
  }
}
