import { createHash, randomBytes } from 'node:crypto'
import type { DateTime } from 'luxon'
import { inTurkiye } from '#shared/dates/turkish_date'

/** What a slip vouches for: of all that a petition is, what nobody ever changes afterwards. */
export interface Content {
  /** ten digits */
  number: string
  receivedAt: DateTime
  /** as it was brought */
  text: string
  /** 16 random bytes in base64url; null of a petition from before there were any */
  slipSalt: string | null
}

/** In front of what is digested: another version of what it holds is another number. */
const VERSION = Uint8Array.of(1)
const LETTER = Uint8Array.of(2)

/** Kept with the petition alone, so that nobody can try out texts against a slip. */
export function drawSalt() {
  return randomBytes(16).toString('base64url')
}

/** The day on which it was received, as eight digits. */
export function dayIn(receivedAt: DateTime) {
  return inTurkiye(receivedAt).toFormat('yyyyMMdd')
}

/** SHA-256 of salt, version, number, day and text; null where there is no salt. */
export function digestOf({ number, receivedAt, text, slipSalt }: Content) {
  if (!slipSalt) return null
  return createHash('sha256')
    .update(Buffer.from(slipSalt, 'base64url'))
    .update(VERSION)
    .update(number + dayIn(receivedAt) + text)
    .digest()
}

/** The same of an answer, with the day on which it was given: another answer has another one. */
export function letterDigestOf(
  { number, slipSalt }: Pick<Content, 'number' | 'slipSalt'>,
  given: { text: string; on: DateTime }
) {
  if (!slipSalt) return null
  return createHash('sha256')
    .update(Buffer.from(slipSalt, 'base64url'))
    .update(LETTER)
    .update(number + dayIn(given.on) + given.text)
    .digest()
}
