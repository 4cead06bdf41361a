import type { ServerResponse } from 'node:http'
import { READING } from './bodies.ts'

/** Characters. */
const PIECE = 16 * 1024

/** A long text a piece at a time: a few of them, written as markup in one go, would fill a process. */
export function* piecesOf(text: string, made: (piece: string) => string) {
  let at = 0
  while (at < text.length) {
    // Half of a letter that takes two places would be lost.
    const end = at + PIECE + (isHalf(text.charCodeAt(at + PIECE - 1)) ? 1 : 0)
    yield made(text.slice(at, end))
    at = end
  }
}

function isHalf(code: number) {
  return code >= 0xd800 && code <= 0xdbff
}

/** Piece after piece, as fast as they are taken; whoever takes none for long is cut off. */
export async function inPieces(response: ServerResponse, pieces: Iterable<string>) {
  for (const piece of pieces) {
    if (response.destroyed) return
    if (!response.write(piece)) await drained(response)
  }
  response.end()
}

async function drained(response: ServerResponse) {
  const { promise, resolve } = Promise.withResolvers<void>()
  const late = setTimeout(() => response.destroy(), READING.deadline)
  response.once('drain', resolve).once('close', resolve)
  await promise
  response.off('drain', resolve).off('close', resolve)
  clearTimeout(late)
}
