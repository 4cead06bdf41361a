import { randomBytes } from 'node:crypto'
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
 * the words that change. In the place of each word stood as many bytes that nothing else refers to.
 *
 * @param texts what stands around the words
 * @param length of each word, in bytes
 */
export async function piecesOf(packer: Packer, flush: number, texts: Buffer[], length: number) {
  const pieces: Buffer[] = []
  for (const [at, text] of texts.entries()) {
    if (at > 0) {
      packer.write(Buffer.concat([randomBytes(length), text.subarray(0, BEHIND)]))
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
  await new Promise<void>((resolve) => packer.flush(flush, resolve))
  return (packer.read() as Buffer | null) ?? Buffer.alloc(0)
}
