import type { DateTime } from 'luxon'
import { dayIn, letterDigestOf, type Content } from '../slip/content.ts'
import { MARKS, SlipCode } from '../slip/slip_code.ts'
import { SlipKeys } from '../slip/slip_keys.ts'

type Proven = Pick<Content, 'number' | 'slipSalt'>

/**
 * What the QR code of an answer's letter says: that this installation gave this answer on this day; signed
 * at each print. Null of a petition from before there was a salt.
 */
export function letterProof(petition: Proven, given: { text: string; on: DateTime }) {
  const digest = letterDigestOf(petition, given)
  if (!digest) return null
  const { signing } = SlipKeys.own()
  return SlipCode.issue(petition.number, dayIn(given.on), digest, signing, MARKS.letter)
}
