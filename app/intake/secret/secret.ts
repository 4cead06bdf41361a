import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { withoutSeparators } from '#shared/typed/digits'
import { folded } from '#shared/folded_text'
import { keyFor } from '#shared/keys'

/** Nothing that is taken for something else on paper or by ear: no 0 O Q, 1 I L, 2 Z, 5 S, 8 B, G, U. */
const ALPHABET = 'ACDEFHJKMNPRTVWXY34679'
const LENGTH = 6
const SHAPE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`)

/**
 * The follow-up code (takip kodu): with the petition's number it opens the result. One of 113
 * million; a limiter stops guessing. Only its keyed digest is kept.
 */
export class Secret {
  private constructor(readonly text: string) {}

  /** The secret of one form: the same token under the same key always gives the same one. */
  static derive(token: string, key: Buffer) {
    let rest = BigInt(`0x${createHmac('sha256', key).update(token).digest('hex')}`)
    let text = ''
    for (let place = 0; place < LENGTH; place++) {
      text += letter(Number(rest % BigInt(ALPHABET.length)))
      rest /= BigInt(ALPHABET.length)
    }
    return new Secret(text)
  }

  /** A new one by lot. */
  static draw() {
    return new Secret(
      Array.from({ length: LENGTH }, () => letter(randomInt(ALPHABET.length))).join('')
    )
  }

  /** Case, separators and Turkish marks do not matter; null when it cannot be a secret at all. */
  static parse(text: string): Secret | null {
    const plain = folded(withoutSeparators(text)).toUpperCase()
    return SHAPE.test(plain) ? new Secret(plain) : null
  }

  /** Whether this opens the petition. */
  opens({ number, secretDigest }: { number: string; secretDigest: string }) {
    return this.matches(secretDigest, number)
  }

  /** What is kept instead of the secret: 64 hex digits that belong to one petition's number. */
  digest(number: string, key = keyFor('secret')) {
    return createHmac('sha256', key).update(`${number}:${this.text}`).digest('hex')
  }

  /** Whether this opens the petition with that number and kept digest, in constant time. */
  matches(digest: string, number: string, key = keyFor('secret')) {
    const kept = Buffer.from(digest)
    const given = Buffer.from(this.digest(number, key))
    return kept.length === given.length && timingSafeEqual(kept, given)
  }

  /** Never into a log by accident. */
  toString() {
    return '******'
  }
}

function letter(position: number) {
  return ALPHABET.charAt(position)
}
