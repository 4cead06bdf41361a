import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { TelephoneCodeSchema } from '#database/schema'
import { again } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { keyFor } from '#shared/keys'
import { withoutSeparators } from '#shared/typed/digits'

/** As the text says that tells it. */
const LASTS = { minutes: 5 }
/** Wrong ones at one code; a right one counts for nothing, so that Back and a second press open as well. */
const TRIES = 5
const SHAPE = /^\d{6}$/

/** What people type of it: 482 913 is 482913. */
export const SixDigits = {
  parse(text: string) {
    const plain = withoutSeparators(text)
    return SHAPE.test(plain) ? plain : null
  },
}

/**
 * Doğrulama kodu: six digits by lot that show in whose hands a telephone is. Only its keyed digest is
 * kept; the form that asks for it carries the `lot` by which it is found, sealed.
 */
export class TelephoneCode extends TelephoneCodeSchema {
  /** A code that opens something for five minutes; it is told by whoever draws it, or by nobody. */
  static async draw(trx?: TransactionClientContract) {
    const lot = randomBytes(18).toString('base64url')
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const expiresAt = DateTime.utc().plus(LASTS)
    const row = { lot, digest: digestOf(lot, code), tries: 0, expiresAt }
    await (trx ? this.create(row, { client: trx }) : again(() => this.create(row)))
    return { lot, code }
  }

  /**
   * Makes a try, which is counted before it is made.
   *
   * @returns `spent` too when it is too old, or was never there
   */
  static async tried(lot: string, code: string): Promise<'opens' | 'wrong' | 'spent'> {
    const counted = await again(() =>
      db
        .from(this.table)
        .where('lot', lot)
        .where('tries', '<', TRIES)
        .where('expires_at', '>', stamp(DateTime.utc()))
        .increment('tries', 1)
    )
    if (Number(counted) !== 1) return 'spent'
    const { digest } = await this.findByOrFail('lot', lot)
    if (!timingSafeEqual(Buffer.from(digest), Buffer.from(digestOf(lot, code)))) return 'wrong'
    await again(() => db.from(this.table).where('lot', lot).decrement('tries', 1))
    return 'opens'
  }
}

function digestOf(lot: string, code: string) {
  return createHmac('sha256', keyFor('telephone-code')).update(`${lot}:${code}`).digest('hex')
}
