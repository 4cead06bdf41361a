import { createHmac } from 'node:crypto'
import { keyFor } from '#shared/keys'
import { cleanName } from './clean_name.ts'
import { kindOf, TELLING, type Kind } from './kinds.ts'
import { LARGEST } from './longest.ts'
import { Pieces, type Bytes } from './store/pieces.ts'
import { Store, StoreFailed } from './store/store.ts'

/** A file that came and lies on the disk; no row names it yet. */
export interface Arrived {
  name: string
  kind: Kind
  file: string
  size: number
  digest: string
}

/** One of which nothing is kept, and why. */
export interface Refused {
  name: string
  fault: 'kind' | 'size' | 'empty' | 'store' | 'tooMany'
}

export type Arrival = Arrived | Refused

/**
 * Takes one file as it comes, a piece at a time. All of it is read, whatever becomes of it: a browser
 * reads no answer before everything was sent.
 *
 * @param usual its name where its own says nothing
 * @throws whatever the source throws: the line broke, and nothing is kept
 */
export async function arrive(source: Bytes, sentName: string, usual: string): Promise<Arrival> {
  const pieces = new Pieces(lasting(source))
  const name = cleanName(sentName, usual)
  const beginning = await pieces.first(TELLING)
  if (beginning.length === 0) return { name, fault: 'empty' }
  const kind = await kindOf(beginning)
  if (!kind) {
    await drained(pieces.rest())
    return { name, fault: 'kind' }
  }
  const hash = createHmac('sha256', keyFor('attachment-content'))
  let size = 0
  const counted = async function* () {
    for await (const piece of whole(beginning, pieces.rest())) {
      size += piece.length
      if (size > LARGEST) continue
      hash.update(piece)
      yield piece
    }
  }
  try {
    const file = await Store.keep(counted())
    if (size <= LARGEST) return { name, kind, file, size, digest: hash.digest('hex') }
    await Store.remove(file)
    return { name, fault: 'size' }
  } catch (error) {
    if (!(error instanceof StoreFailed)) throw error
    await drained(pieces.rest())
    return { name, fault: 'store' }
  }
}

/**
 * Whoever stops reading in the middle, as a disk that is full, ends nothing: the rest of the form
 * stands behind it.
 */
function lasting(source: Bytes): Bytes {
  const all = source[Symbol.asyncIterator]()
  return { [Symbol.asyncIterator]: () => ({ next: () => all.next() }) }
}

async function* whole(beginning: Buffer, rest: Bytes) {
  yield beginning
  yield* rest
}

async function drained(rest: Bytes) {
  for await (const _ of rest);
}

/** Of what came nothing stays: no row names it. */
export async function discard(arrivals: readonly Arrival[]) {
  for (const arrival of arrivals) if ('file' in arrival) await Store.remove(arrival.file)
}
