/** What comes in pieces of any length: a stream, or what another one made of it. */
export type Bytes = AsyncIterable<Buffer>

/**
 * What comes, cut anew: first so many bytes, then pieces of one length. It holds no more than one, and
 * copies no more than it must: what was copied lies about until somebody clears it away.
 */
export class Pieces {
  readonly #source: AsyncIterator<Buffer>
  #held: Buffer[] = []
  #length = 0

  constructor(source: Bytes) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** So many bytes; fewer where there are not as many. */
  async first(length: number) {
    return joined(await this.#take(length))
  }

  /** What is left, as it comes. */
  async *rest(): AsyncGenerator<Buffer> {
    try {
      yield* this.#held.splice(0)
      for (let next = await this.#source.next(); !next.done; next = await this.#source.next()) {
        yield next.value
      }
    } finally {
      await this.#source.return?.()
    }
  }

  /** What is left, so many bytes at a time; the last piece is shorter. */
  async *of(length: number): AsyncGenerator<Buffer> {
    for await (const parts of this.partsOf(length)) yield joined(parts)
  }

  /** The same, each piece in the parts in which it came. */
  async *partsOf(length: number): AsyncGenerator<Buffer[]> {
    try {
      for (;;) {
        const parts = await this.#take(length)
        if (parts.length === 0) return
        yield parts
      }
    } finally {
      await this.#source.return?.()
    }
  }

  async #take(length: number) {
    while (this.#length < length) {
      const { value, done } = await this.#source.next()
      if (done) break
      this.#held.push(value)
      this.#length += value.length
    }
    const taken: Buffer[] = []
    let missing = Math.min(length, this.#length)
    this.#length -= missing
    while (missing > 0) {
      const next = this.#held.shift()!
      const part = next.subarray(0, missing)
      if (part.length < next.length) this.#held.unshift(next.subarray(missing))
      if (part.length > 0) taken.push(part)
      missing -= part.length
    }
    return taken
  }
}

function joined(parts: Buffer[]) {
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
}
