import { randomBytes, timingSafeEqual } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { SetupWordSchema } from '#database/schema'
import { stamp } from '#shared/dates/stored'
import { blindIndex } from '#shared/keys'

/** Bytes: 128 bits. */
const SIZE = 16
const HOURS = 1
const TRIES = 5
/** Of Crockford: no I, L, O and U, which are read as others. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Kurulum sözcüğü: opens the page on which a new installation is set up, for an hour and five tries.
 * Only its keyed digest is kept; a new one takes the place of the one before.
 */
export class SetupWord extends SetupWordSchema {
  /** @returns the word, which is told this once */
  static async issue() {
    const word = written(randomBytes(SIZE))
    const expiresAt = DateTime.utc().plus({ hours: HOURS })
    await db.transaction(async (client) => {
      await this.query({ client }).delete()
      await this.create({ digest: digestOf(word), expiresAt, tries: 0 }, { client })
    })
    return word
  }

  /** Whether this is the word. A try is counted before it is made; the right word gets it back. */
  static async opens(typed: string) {
    const open = this.query()
      .where('tries', '<', TRIES)
      .where('expires_at', '>', stamp(DateTime.utc()))
    const [counted] = await open.increment('tries', 1)
    if (!counted) return false
    const kept = await this.first()
    const isRight = kept !== null && same(kept.digest, digestOf(typed))
    if (isRight) await this.query().where('id', kept.id).decrement('tries', 1)
    return isRight
  }

  /** Takes it away with what it opened the way to; false when somebody else has just done so. */
  static async spend(typed: string, client: TransactionClientContract) {
    const [spent] = await this.query({ client }).where('digest', digestOf(typed)).delete()
    return Boolean(spent)
  }
}

function written(bytes: Buffer) {
  const bits = BigInt(`0x${bytes.toString('hex')}`)
  const places = Array.from({ length: Math.ceil((SIZE * 8) / 5) }, (_, at) => BigInt(at * 5))
  const letters = places.map((place) => LETTERS[Number((bits >> place) & 31n)]).join('')
  return letters.match(/.{1,5}/g)!.join('-')
}

/** However it was copied: small letters, spaces, and O and I for what they look like. */
function digestOf(typed: string) {
  const plain = typed
    .slice(0, 100)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  return blindIndex('setup-word', plain.replaceAll('O', '0').replace(/[IL]/g, '1'))
}

function same(one: string, other: string) {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
