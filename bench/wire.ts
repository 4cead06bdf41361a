import { connect, type Socket } from 'node:net'

/** How a body ends that comes in pieces. */
const END = '\r\n0\r\n\r\n'

/** One connection that stays open, one question at a time; a new one when the server has closed it. */
export class Wire {
  #socket!: Socket
  #opened!: Promise<void>
  /** What has come of the answer that is under way. */
  #heard = ''
  /** of a body in pieces, its last bytes */
  #tail = ''
  /** bytes of the body that are still to come; none: the head is not whole yet */
  #missing?: number
  #answered?: (status: number) => void

  constructor(private readonly url: URL) {
    this.#open()
  }

  get opened() {
    return this.#opened
  }

  /** @returns the status when the whole answer is there; 0 where none comes */
  ask(bytes: Buffer) {
    return new Promise<number>((resolve) => {
      this.#answered = resolve
      this.#socket.write(bytes)
    })
  }

  close() {
    this.#socket.removeAllListeners('close').destroy()
  }

  #open() {
    this.#socket = connect({ host: this.url.hostname, port: Number(this.url.port), noDelay: true })
    this.#opened = new Promise((resolve) => this.#socket.once('connect', () => resolve()))
    this.#socket
      .setEncoding('latin1')
      .on('data', (said) => this.#hear(String(said)))
      .on('error', () => {})
      .on('close', () => {
        this.#open()
        if (this.#answered) this.#end(0)
      })
  }

  #hear(said: string) {
    if (this.#missing === Infinity) this.#tail = (this.#tail + said).slice(-END.length)
    else if (this.#missing !== undefined) this.#missing -= said.length
    else {
      this.#heard += said
      const head = this.#heard.indexOf('\r\n\r\n')
      if (head < 0) return
      if (/\r\ntransfer-encoding: chunked/i.test(this.#heard.slice(0, head))) {
        this.#missing = Infinity
        this.#tail = said.slice(-END.length)
      } else {
        const length = /\r\ncontent-length: (\d+)/i.exec(this.#heard)?.[1] ?? 0
        this.#missing = Number(length) - (this.#heard.length - head - 4)
      }
    }
    if (this.#missing <= 0 || this.#tail === END) this.#end(Number(this.#heard.slice(9, 12)))
  }

  #end(status: number) {
    const answered = this.#answered
    this.#answered = this.#missing = undefined
    this.#heard = this.#tail = ''
    answered?.(status)
  }
}
