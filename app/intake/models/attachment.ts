import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { AttachmentSchema } from '#database/schema'
import type { Officer } from '#organisation'
import { hidesOriginal, hidesWords } from '../tip_offs.ts'
import { Striking } from './striking.ts'

/** Of what it is: what the petitioner brought, what an officer added, what goes with the answer. */
export type Part = 'petition' | 'card' | 'answer'

/** `waiting` is not checked yet and shown to nobody; of what is `refused` nothing is kept but its row. */
export type State = 'waiting' | 'ready' | 'refused'

interface Brought {
  id: number
  kind: string
  authorityId: number
  desk: string
}

/**
 * Ek: a picture or document of a petition. It belongs to a form's token until the form is sent; the
 * file itself lies sealed on the disk (attachments/store).
 */
export class Attachment extends AttachmentSchema {
  /** By which number whoever may not know who brought it knows it, instead of by its name. */
  numbered: string | null = null

  /** What a form's token holds, in the order in which it came. */
  static heldBy(holder: string) {
    return this.query().where('holder', holder).orderBy('position')
  }

  /** What lies with a petition, and how much of it this officer may not know of. */
  static async of(petition: Brought, officer: Officer) {
    const all = await this.query().where('petition_id', petition.id).orderBy('id')
    const seen = await this.#seenBy(officer, petition, all)
    return { seen, hidden: all.length - seen.length }
  }

  /** One that was checked and may be shown to this officer. */
  static async findFor(officer: Officer, petition: Brought, id: string) {
    const found = await this.query().where({ id, petition_id: petition.id, state: 'ready' }).first()
    return found && ((await this.#seenBy(officer, petition, [found]))[0] ?? null)
  }

  /** Whether a file goes with the answer, or is being checked for it. */
  static async goesWithAnswer({ id }: { id: number }) {
    const files = this.query()
      .where({ petition_id: id, part: 'answer' })
      .whereNot('state', 'refused')
    return (await files.first()) !== null
  }

  /** The unit in charge was closed: what it had put to its answer is its successor's to take away. */
  static handOn(
    { id, unitId }: { id: number; unitId: number },
    to: { id: number },
    trx: TransactionClientContract
  ) {
    const own = { petition_id: id, part: 'answer', unit_id: unitId }
    return this.query({ client: trx }).where(own).update({ unit_id: to.id })
  }

  /** The petition is received: its form's files are its own from now on. */
  static claim(holder: string, petitionId: number, trx?: TransactionClientContract) {
    return this.query(trx && { client: trx })
      .where('holder', holder)
      .whereNull('petition_id')
      .update({ petition_id: petitionId })
  }

  /**
   * What a photograph shows, and what a document is called, may give away who brought a tip-off: the
   * desk says of each whether it is shown, and by its number alone.
   */
  static async #seenBy(officer: Officer, petition: Brought, files: Attachment[]) {
    if (!hidesOriginal(petition, officer)) return files
    const readable = await Striking.of(petition)
    return files.filter((one) => {
      if (one.part === 'answer') return true
      if (one.part !== 'petition') return !hidesWords(petition, one.unitId, officer)
      one.numbered = readable.words('file', one.id)
      return one.numbered !== null
    })
  }

  get isPicture() {
    return this.kind !== 'pdf'
  }
}
