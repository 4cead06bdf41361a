import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { Model, type Kept } from './model.ts'

/** Letters of a model at most: with as many features and units as it may have, twice what was measured. */
export const MOST_LETTERS = 8_000_000

/** A model as its row keeps it. */
export function packed({ kept: { weights, ...others } }: Model) {
  const numbers = Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength)
  const both = Buffer.concat([Buffer.from(`${JSON.stringify(others)}\n`), numbers])
  return deflateRawSync(both).toString('base64')
}

export function unpacked(text: string) {
  const both = inflateRawSync(Buffer.from(text, 'base64'))
  const end = both.indexOf('\n')
  const others = JSON.parse(both.toString('utf8', 0, end)) as Omit<Kept, 'weights'>
  const weights = Int8Array.from(
    new Int8Array(both.buffer, both.byteOffset + end + 1, both.length - end - 1)
  )
  return new Model({ ...others, weights })
}
