import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { unreadable } from './table.ts'

/** Bytes that a workbook may unpack to: five thousand lines of the longest list are a third of it. */
const MOST_UNPACKED = 24 * 1024 * 1024
const MOST_ENTRIES = 200

const [END, ENTRY] = [0x06054b50, 0x02014b50]
/** Bytes: the end of a ZIP, with the longest remark behind it. */
const END_LENGTH = 22
const LONGEST_REMARK = 0xffff

const inflated = promisify(inflateRaw)

/**
 * A workbook is a ZIP, and a small one may unpack to gigabytes: what it says of itself is added up,
 * and then unpacked no further than it says (APPNOTE.TXT 4.3).
 *
 * @throws Refusal
 */
export async function refuseBomb(file: Buffer) {
  const entries = entriesOf(file)
  const said = entries.reduce((sum, { size }) => sum + size, 0)
  if (said > MOST_UNPACKED) throw unreadable('unpacked')
  for (const { size, packed, isPacked } of entries) {
    if (!isPacked) continue
    const whole = await inflated(packed, { maxOutputLength: size + 1 }).catch(() => null)
    if (whole?.length !== size) throw unreadable('workbook')
  }
}

function entriesOf(file: Buffer) {
  try {
    return [...read(file)]
  } catch (error) {
    // Reading beyond its end: it is broken.
    if (error instanceof RangeError) throw unreadable('workbook')
    throw error
  }
}

function* read(file: Buffer) {
  const end = endOf(file)
  const count = file.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw unreadable('unpacked')
  let at = file.readUInt32LE(end + 16)
  for (let next = 0; next < count; next++) {
    if (file.readUInt32LE(at) !== ENTRY) throw unreadable('workbook')
    yield entryAt(file, at)
    at += 46 + lengths(file, at, 28, 30, 32)
  }
}

function entryAt(file: Buffer, at: number) {
  const [packedSize, size] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 24)]
  const local = file.readUInt32LE(at + 42)
  const from = local + 30 + lengths(file, local, 26, 28)
  const isPacked = file.readUInt16LE(at + 10) !== 0
  return { size, packed: file.subarray(from, from + packedSize), isPacked }
}

function endOf(file: Buffer) {
  const from = Math.max(0, file.length - END_LENGTH - LONGEST_REMARK)
  for (let at = file.length - END_LENGTH; at >= from; at--) {
    if (file.readUInt32LE(at) === END) return at
  }
  throw unreadable('workbook')
}

function lengths(file: Buffer, at: number, ...places: number[]) {
  return places.reduce((sum, place) => sum + file.readUInt16LE(at + place), 0)
}
