import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A line to the server of the tests that can be cut, and mended, as on the road. */
export class Line {
  /** @param port of another server than that of the tests */
  static async open(port = Number(process.env.PORT)) {
    const line = new Line(port)
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve))
    return line
  }

  readonly #ends = new Set<Socket>()
  readonly #server = createServer((near) => this.#join(near))
  #cut = false

  #losing: { words: string; lost: () => void } | null = null

  private constructor(private readonly port: number) {}

  get url() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Nothing gets through any more. */
  cut() {
    this.#cut = true
    for (const end of this.#ends) end.destroy()
  }

  mend() {
    this.#cut = false
  }

  /** Cuts itself when the answer comes to the next request with these words: the server has done it. */
  losesAnswerTo(words: string) {
    return new Promise<void>((lost) => (this.#losing = { words, lost }))
  }

  close() {
    this.cut()
    this.#server.close()
  }

  #join(near: Socket) {
    if (this.#cut) return near.destroy()
    const far = connect(this.port, process.env.HOST)
    this.#listen(near, far)
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#ends.add(end)
      end.on('error', () => {}).on('close', () => other.destroy() && this.#ends.delete(end))
      end.pipe(other)
    }
  }

  #listen(near: Socket, far: Socket) {
    let isAsked = false
    near.on('data', (data) => (isAsked ||= data.includes(this.#losing?.words ?? '\0')))
    far.prependListener('data', () => {
      if (!isAsked || !this.#losing) return
      const { lost } = this.#losing
      this.#losing = null
      this.cut()
      lost()
    })
  }
}
