import type { Bytes } from './pieces.ts'

/** What comes, and how many bytes came, once all of it has. */
export function counted(source: Bytes) {
  let length = 0
  const bytes = async function* () {
    for await (const piece of source) {
      length += piece.length
      yield piece
    }
  }
  return { bytes: bytes(), length: () => length }
}
