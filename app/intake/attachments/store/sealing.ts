import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { keyFor } from '#shared/keys'
import { Pieces, type Bytes } from './pieces.ts'

/** Bytes of one chunk, before it is sealed. */
const CHUNK = 64 * 1024
const TAG = 16
const SALT = 32
const MARK = Buffer.from('AKF1')
const HEAD = MARK.length + SALT

/** A file at rest is not what was written, or not all of it. */
export class BrokenSeal extends Error {}

/**
 * A file as it lies on the disk, a chunk at a time: each is authenticated with its place and with
 * whether it is the last one, so that none is changed, left out, put elsewhere or cut off (STREAM, as
 * in age). Its key is its own, from the installation's, a salt and its name (ADR 22).
 *
 * @param name under which it lies, and no other
 */
export function sealing(name: string) {
  return async function* (source: Bytes) {
    const salt = randomBytes(SALT)
    const key = keyOf(name, salt)
    yield Buffer.concat([MARK, salt])
    for await (const { piece, place, isLast } of placed(new Pieces(source).partsOf(CHUNK), [])) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce(place, isLast))
      for (const part of piece) yield cipher.update(part)
      // A stream's cipher holds nothing back.
      cipher.final()
      yield cipher.getAuthTag()
    }
  }
}

/**
 * What was sealed under this name. What it gave until it fails is to be thrown away.
 *
 * @throws BrokenSeal
 */
export function opening(name: string) {
  return async function* (source: Bytes) {
    const pieces = new Pieces(source)
    const head = await pieces.first(HEAD)
    if (!head.subarray(0, MARK.length).equals(MARK) || head.length < HEAD) throw new BrokenSeal()
    const key = keyOf(name, head.subarray(MARK.length))
    for await (const { piece, place, isLast } of placed(pieces.of(CHUNK + TAG), Buffer.alloc(0))) {
      yield opened(key, piece, nonce(place, isLast))
    }
  }
}

function opened(key: Buffer, piece: Buffer, iv: Buffer) {
  if (piece.length < TAG) throw new BrokenSeal()
  const cipher = createDecipheriv('aes-256-gcm', key, iv)
  cipher.setAuthTag(piece.subarray(-TAG))
  try {
    return Buffer.concat([cipher.update(piece.subarray(0, -TAG)), cipher.final()])
  } catch (error) {
    throw new BrokenSeal('not as it was sealed', { cause: error })
  }
}

function keyOf(name: string, salt: Buffer) {
  return Buffer.from(hkdfSync('sha256', keyFor('attachments'), salt, name, 32))
}

/** No two chunks of one key have the same: its place, and whether it is the last one. */
function nonce(place: number, isLast: boolean) {
  const iv = Buffer.alloc(12)
  iv.writeUIntBE(place, 5, 6)
  iv[11] = isLast ? 1 : 0
  return iv
}

/** Each with its place; a file of nothing has one empty piece, so that it has an end as well. */
async function* placed<T>(pieces: AsyncIterable<T>, nothing: T) {
  let held: T | null = null
  let place = 0
  for await (const piece of pieces) {
    if (held) yield { piece: held, place: place++, isLast: false }
    held = piece
  }
  yield { piece: held ?? nothing, place, isLast: true }
}
