import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { MailAccountSchema } from '#database/schema'
import { again, isDuplicate } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { LostMailbox, type Fault } from '../mail/fault.ts'
import type { Ignored } from '../mail/reading/sort.ts'

/** A dead reader's mailbox is free again after this; a living one says so before each mail. */
const LEASE = { minutes: 2 }

/** Begun so often without an end, a mail is taken in unread: another try would end the same way. */
const MOST_TRIES = 3

/**
 * Posta kutusu: how far an authority's mailbox was read. Several processes may try; the one that holds
 * it reads, and what it takes in moves the mark in the same transaction.
 */
export class MailAccount extends MailAccountSchema {
  /** The one of an authority. @param account says which mailbox it is: another one begins anew */
  static async of(authorityId: number, account: string) {
    const there = await this.findBy({ authorityId })
    if (there) return there.account === account ? there : there.#beginAnew({ account })
    const begun = { account, uidValidity: '', uid: 0, trying: 0, tries: 0, waiting: 0 }
    try {
      return await this.create({ authorityId, ...begun, ignored: '{}' })
    } catch (error) {
      if (!isDuplicate(error, 'authority_id')) throw error
      return this.findByOrFail({ authorityId })
    }
  }

  /** Of what made no proposal, how many for which reason. */
  get counts(): Partial<Record<Ignored, number>> {
    return JSON.parse(this.ignored)
  }

  /** Takes the mailbox, or keeps it. The row decides, by a conditional update. */
  async isHeldBy(holder: string) {
    const now = DateTime.utc()
    const changed = await again(() =>
      db
        .from('mail_accounts')
        .where('id', this.id)
        .where((own) =>
          own.whereNull('holder').orWhere('holder', holder).orWhere('until', '<', stamp(now))
        )
        .update({ holder, until: stamp(now.plus(LEASE)) })
    )
    if (Number(changed) !== 1) return false
    await this.refresh()
    return true
  }

  async release(holder: string) {
    await again(() =>
      db.from('mail_accounts').where({ id: this.id, holder }).update({ holder: null, until: null })
    )
  }

  /** The server numbers anew: all of it is looked at again, and known by what it says. */
  async isNumbered(uidValidity: string) {
    if (this.uidValidity !== uidValidity) await this.#beginAnew({ uid_validity: uidValidity })
  }

  /** Before a mail is opened. @returns false where that ended badly too often */
  async mayOpen(uid: number) {
    const tries = this.trying === uid ? this.tries + 1 : 1
    await this.#set({ trying: uid, tries })
    return tries <= MOST_TRIES
  }

  /** The house itself could not keep it, which is no fault of the mail’s. */
  notTried() {
    return this.#set({ trying: 0, tries: 0 })
  }

  /**
   * It is taken in, or ignored for that reason, together with what `trx` writes.
   *
   * @throws LostMailbox where another process has come as far meanwhile
   */
  async passed(uid: number, reason: Ignored | null, trx: TransactionClientContract) {
    const { id, counts } = this
    const counted = reason ? { ...counts, [reason]: (counts[reason] ?? 0) + 1 } : counts
    const changes = { uid, trying: 0, tries: 0, ignored: JSON.stringify(counted) }
    const changed = await trx.from('mail_accounts').where({ id, uid: this.uid }).update(changes)
    if (Number(changed) !== 1) throw new LostMailbox()
  }

  looked(waiting: number) {
    const now = stamp(DateTime.utc())
    return this.#set({ waiting, looked_at: now, fault: null, faulty_since: null })
  }

  async failed(fault: Fault) {
    const since = this.fault === fault && this.faultySince ? this.faultySince : DateTime.utc()
    await this.#set({ fault, faulty_since: stamp(since) })
  }

  async #beginAnew(changes: object) {
    await this.#set({ uid: 0, trying: 0, tries: 0, ...changes })
    return this
  }

  async #set(changes: object) {
    await again(() => db.from('mail_accounts').where('id', this.id).update(changes))
    await this.refresh()
  }
}
