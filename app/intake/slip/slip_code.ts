import { fromBase32, toBase32 } from './base32.ts'
import type { SigningKey, SlipKey } from './slip_key.ts'

const SHAPE = /^AK1(\d{10})(\d{8})([A-Z2-7]{160})$/

/**
 * What the second QR code of a slip says: AK1, number, day, and in base 32 whose key, the digest of
 * the petition and the signature over all of it. Letters and digits alone, in which case does not
 * matter, nor a Turkish i.
 */
export class SlipCode {
  /** What was read, in capitals and without spaces. */
  static plain(text: string) {
    return text
      .replace(/[\s\p{Cf}]/gu, '')
      .replace(/[ıİ]/g, 'I')
      .toUpperCase()
  }

  /** Null when it is none, or not all of one. */
  static parse(text: string) {
    const [, number, day, rest] = SHAPE.exec(SlipCode.plain(text)) ?? []
    return number ? new SlipCode(number, day!, fromBase32(rest!)) : null
  }

  static issue(number: string, day: string, digest: Uint8Array, key: SigningKey) {
    const bytes = Buffer.concat([key.public.id, digest])
    const signature = key.sign(signed(number, day, bytes))
    return `AK1${number}${day}${toBase32(Buffer.concat([bytes, signature]))}`
  }

  private constructor(
    readonly number: string,
    /** when the petition was received, as eight digits */
    readonly day: string,
    private readonly bytes: Uint8Array
  ) {}

  get digest() {
    return this.bytes.subarray(4, 36)
  }

  /** Whether it says that this key signed it. */
  names({ id }: SlipKey) {
    return id.equals(this.bytes.subarray(0, 4))
  }

  isSignedBy(key: SlipKey) {
    const { number, day, bytes } = this
    return key.signed(signed(number, day, bytes.subarray(0, 36)), bytes.subarray(36))
  }
}

function signed(number: string, day: string, bytes: Uint8Array) {
  return Buffer.concat([Buffer.from(`AK1${number}${day}`), bytes])
}
