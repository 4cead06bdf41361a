/** What comes in pieces of any length: a stream, or what another one made of it. */
export type Bytes = AsyncIterable<Buffer>

/** What comes, cut anew: first so many bytes, then pieces of one length. Holds no more than one. */
export class Pieces {
  readonly #source: AsyncIterator<Buffer>
  #held: Buffer[] = []
  #length = 0

  constructor(source: Bytes) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** So many bytes; fewer where there are not as many. */
  async first(length: number) {
    while (this.#length < length) {
      const { value, done } = await this.#source.next()
      if (done) break
      this.#held.push(value)
      this.#length += value.length
    }
    const all = Buffer.concat(this.#held)
    const rest = all.subarray(length)
    this.#held = [rest]
    this.#length = rest.length
    return all.subarray(0, length)
  }

  /** What is left, so many bytes at a time; the last piece is shorter. */
  async *of(length: number): AsyncGenerator<Buffer> {
    try {
      for (;;) {
        const piece = await this.first(length)
        if (piece.length > 0) yield piece
        if (piece.length < length) return
      }
    } finally {
      await this.#source.return?.()
    }
  }
}
