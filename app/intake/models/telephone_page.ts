import { DateTime } from 'luxon'
import { TelephonePageSchema } from '#database/schema'
import type { Officer } from '#organisation'
import { again } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { addressDigest, addressFrom, drawLot } from '#shared/secret_address'
import { wasReceivedBy } from '../receiving/sent_twice.ts'

const LASTS = { minutes: 10 }
const PURPOSE = 'telephone-page'

/**
 * Telefon sayfası: an address of 128 bits by which a petitioner's telephone brings files to one form of
 * the desk, for ten minutes. It ends when the desk closes it, and with the form's petition. Whoever
 * finds it learns nothing, and what comes by it is the form's only once an officer has accepted it.
 */
export class TelephonePage extends TelephonePageSchema {
  /** The one that a form has open, if it has. */
  static openFor(holder: string) {
    return this.query()
      .where('holder', holder)
      .whereNull('closed_at')
      .where('expires_at', '>', stamp(DateTime.utc()))
      .orderBy('id', 'desc')
      .first()
  }

  /** A second press finds the page of the first. */
  static async openOnce(holder: string, officer: Officer) {
    const there = await this.openFor(holder)
    if (there) return there
    const lot = drawLot()
    const digest = addressDigest(PURPOSE, addressFrom(PURPOSE, lot))
    const expiresAt = DateTime.utc().plus(LASTS)
    return again(() => this.create({ lot, digest, holder, officerId: officer.id, expiresAt }))
  }

  /** Whether this officer has had one open for the form whose token's digest begins so. */
  static async wasOpenedBy(officer: Officer, beginning: string) {
    const mine = this.query().where('officer_id', officer.id)
    return (await mine.where('holder', 'like', `${beginning}%`).first()) !== null
  }

  /** Whichever the form has open. */
  static async close(holder: string) {
    const now = stamp(DateTime.utc())
    await again(() =>
      this.query().where('holder', holder).whereNull('closed_at').update({ closed_at: now })
    )
  }

  /** Null where no page is open at this address, whatever the reason. */
  static async at(address: string) {
    const page = await this.query()
      .where('digest', addressDigest(PURPOSE, address))
      .whereNull('closed_at')
      .where('expires_at', '>', stamp(DateTime.utc()))
      .first()
    return page && !(await wasReceivedBy(page.holder)) ? page : null
  }

  /** What leads to it: 22 letters, 128 bits. It stands in no row and no log. */
  get address() {
    return addressFrom(PURPOSE, this.lot)
  }

  /** Whether it was closed while files were on their way that began to come in time. */
  async hasEnded() {
    await this.refresh()
    return this.closedAt !== null || wasReceivedBy(this.holder)
  }
}
