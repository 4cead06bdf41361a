import { randomInt } from 'node:crypto'
import type { Transform } from 'node:stream'
import type { BrotliOptions, Zlib, ZlibOptions } from 'node:zlib'

/** Enough for what one piece of a page becomes. */
const ROOM = 1 << 20
/** What follows a word directly goes with it: how Brotli packs a letter hangs on the two before it. */
export const BEHIND = 2

type Packer = Transform & Pick<Zlib, 'flush'>

export const READ_AT_ONCE = { readableHighWaterMark: ROOM } as BrotliOptions & ZlibOptions

/**
 * A page packed in pieces that begin and end on whole bytes: what stands before, between and behind
 * the words that change. In the place of each word stood as many bytes that no text holds, so that
 * what follows was not packed as a repetition of them.
 *
 * @param texts what stands around the words
 * @param length of each word, in bytes
 */
export async function piecesOf(packer: Packer, flush: number, texts: Buffer[], length: number) {
  const pieces: Buffer[] = []
  const noText = new NoText()
  for (const [at, text] of texts.entries()) {
    if (at > 0) {
      packer.write(Buffer.concat([noText.take(length), text.subarray(0, BEHIND)]))
      await flushed(packer, flush)
    }
    packer.write(at > 0 ? text.subarray(BEHIND) : text)
    pieces.push(await flushed(packer, flush))
  }
  packer.end()
  for await (const last of packer) pieces.push(last as Buffer)
  return pieces
}

async function flushed(packer: Packer, flush: number) {
  await new Promise<void>((resolve, reject) => {
    packer.once('error', reject)
    packer.flush(flush, () => {
      packer.off('error', reject)
      resolve()
    })
  })
  return (packer.read() as Buffer | null) ?? Buffer.alloc(0)
}

/** Bytes that UTF-8 never has (RFC 3629, 1), and control characters, which no page of ours has. */
const NEVER = [
  ...[0xc0, 0xc1, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xff],
  ...Array.from({ length: 18 }, (_, at) => 0x0e + at),
]

/**
 * In which no two neighbours stand twice: Brotli would write them as a repetition, and pack what
 * follows by that one's distance.
 */
class NoText {
  readonly #used = new Set<number>()
  #last = NEVER[0]!

  take(length: number) {
    return Buffer.from(Array.from({ length }, () => this.#next()))
  }

  #next() {
    const from = randomInt(NEVER.length)
    const turned = [...NEVER.slice(from), ...NEVER.slice(0, from)]
    const next = turned.find((byte) => !this.#used.has(this.#last * 256 + byte)) ?? turned[0]!
    this.#used.add(this.#last * 256 + next)
    this.#last = next
    return next
  }
}
