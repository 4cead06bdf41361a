import { column } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { MailSchema } from '#database/schema'
import type { Officer } from '#organisation'
import { again } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { sealedColumn } from '#shared/sealed'
import { Refusal } from '#shared/typed/problems'
import { Attachment } from './attachment.ts'

/** `proposed` waits for the desk; `ignored` was made by a machine. */
export const MAIL_STATES = ['proposed', 'taken', 'refused', 'ignored'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** Why the desk makes no petition of one. */
export const REFUSALS = ['spam', 'notPetition', 'same', 'elsewhere'] as const

/** A file that stayed in the mailbox, and why. */
export interface LeftBehind {
  name: string
  fault: string
}

const leftColumn = {
  prepare: (left: LeftBehind[]) =>
    left.length > 0 ? sealedColumn.prepare(JSON.stringify(left)) : null,
  consume: (kept: string | null) => JSON.parse(sealedColumn.consume(kept) ?? '[]'),
}

/**
 * Gelen e-posta: what arrived at the bureau's mailbox. A proposal to the desk and never a petition by
 * itself; an officer makes one of it, or says why not.
 */
export class Mail extends MailSchema {
  static table = 'mails'

  @column(sealedColumn)
  declare token: string | null

  @column(sealedColumn)
  declare sender: string | null

  @column(sealedColumn)
  declare name: string | null

  @column(sealedColumn)
  declare subject: string | null

  @column(sealedColumn)
  declare text: string | null

  @column(leftColumn)
  declare leftBehind: LeftBehind[] & string

  declare state: MailState

  /** One of this officer’s authority; null for another's and for none. */
  static async findFor({ authorityId }: Officer, id: string) {
    if (!/^\d{1,9}$/.test(id)) return null
    return this.query().where({ id, authority_id: authorityId }).first()
  }

  /**
   * Its form was sent: it is that petition's, in the petition's own transaction.
   *
   * @throws Refusal where somebody decided otherwise meanwhile
   */
  async becomes(petition: { id: number }, officer: Officer, trx: TransactionClientContract) {
    const changes = { state: 'taken', petition_id: petition.id }
    await this.#decided('proposed', { ...changes, ...by(officer) }, trx)
    // Also where the form’s token is another one than the mail’s by now.
    const { holder } = await Mail.findOrFail(this.id, { client: trx })
    await Attachment.claim(holder, petition.id, trx)
  }

  /** Set aside, with the reason. */
  async refuse(reason: string, officer: Officer) {
    await this.#decided('proposed', { state: 'refused', reason, ...by(officer) })
  }

  /** It waits for the desk after all, also what a machine seemed to have made. */
  async putBack() {
    const changes = { state: 'proposed', reason: null, decided_by: null, decided_at: null }
    await this.#decided(this.state, changes)
  }

  /** Whether it may be put back: of a petition nothing is taken back here. */
  get isAside() {
    return this.state === 'refused' || this.state === 'ignored'
  }

  async #decided(from: MailState, changes: object, trx?: TransactionClientContract) {
    const update = () =>
      Mail.query(trx && { client: trx })
        .where({ id: this.id, state: from })
        .update(changes)
    const [changed] = await (trx ? update() : again(update))
    if (Number(changed) !== 1) throw new Refusal({ field: 'stage', rule: 'mailDecided' }).with(409)
  }
}

function by({ id }: Officer) {
  return { decided_by: id, decided_at: stamp(DateTime.utc()) }
}
