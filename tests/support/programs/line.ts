import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A line to the server of the tests that can be cut, and mended, as on the road. */
export class Line {
  static async open() {
    const line = new Line()
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve))
    return line
  }

  readonly #ends = new Set<Socket>()
  readonly #server = createServer((near) => this.#join(near))
  #cut = false

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

  close() {
    this.cut()
    this.#server.close()
  }

  #join(near: Socket) {
    if (this.#cut) return near.destroy()
    const far = connect(Number(process.env.PORT), process.env.HOST)
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#ends.add(end)
      end.on('error', () => {}).on('close', () => other.destroy() && this.#ends.delete(end))
      end.pipe(other)
    }
  }
}
