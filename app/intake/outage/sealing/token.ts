import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { keyFor } from '#shared/keys'

/** An officer's browser has so many, for as long. */
export const TOKENS = { most: 50, days: 7 }

/** Nothing that is taken for something else on paper or by ear; 22⁸ of them. */
const ALPHABET = 'ACDEFHJKMNPRTVWXY34679'
const REFERENCE = 8

/**
 * What a form that is written without a line is known by: fetched beforehand, signed, without state. It
 * says who fetched it, in whose name the form is therefore taken in, and makes a second sending the same
 * petition.
 */
export class OutageToken {
  /** @param at milliseconds since 1970 */
  static issue({ id, authorityId }: Officer, at = Date.now()) {
    const lot = randomBytes(12).toString('base64url')
    const numbers = [Math.floor(at / 1000), id, authorityId].map((one) => one.toString(36))
    const body = [...numbers, lot].join('.')
    return new OutageToken(`${body}.${signature(body)}`)
  }

  /** Null for one that is not ours. */
  static parse(text: string) {
    const body = text.slice(0, text.lastIndexOf('.'))
    const [expected, given] = [signature(body), text.slice(body.length + 1)].map((one) =>
      Buffer.from(one)
    ) as [Buffer, Buffer]
    const isOurs = expected.length === given.length && timingSafeEqual(expected, given)
    return isOurs ? new OutageToken(text) : null
  }

  readonly issuedAt: DateTime
  readonly writerId: number
  readonly authorityId: number

  private constructor(readonly text: string) {
    const [at, writer, authority] = text.split('.').map((one) => Number.parseInt(one, 36))
    this.issuedAt = DateTime.fromSeconds(at!, { zone: 'utc' })
    this.writerId = writer!
    this.authorityId = authority!
  }

  /** Whether a form of that moment may carry it. */
  isGoodAt(at: DateTime) {
    return at <= this.issuedAt.plus({ days: TOKENS.days })
  }

  /** What stands on the provisional slip: eight letters by which the form is found. */
  get reference() {
    const digest = createHmac('sha256', keyFor('outage-reference')).update(this.text).digest()
    let rest = digest.readBigUInt64BE()
    let letters = ''
    for (let place = 0; place < REFERENCE; place++) {
      letters += ALPHABET.charAt(Number(rest % BigInt(ALPHABET.length)))
      rest /= BigInt(ALPHABET.length)
    }
    return letters
  }
}

function signature(body: string) {
  const signed = createHmac('sha256', keyFor('outage-token')).update(body).digest('base64url')
  return signed.slice(0, 27)
}
