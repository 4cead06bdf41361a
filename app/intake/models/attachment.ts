import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { AttachmentSchema } from '#database/schema'
import type { Officer } from '#organisation'
import { hidesPetitioner, hidesWords } from '../tip_offs.ts'

/** Of what it is: what the petitioner brought, what an officer added, what goes with the answer. */
export type Part = 'petition' | 'card' | 'answer'

/** `waiting` is not checked yet and shown to nobody; of what is `refused` nothing is kept but its row. */
export type State = 'waiting' | 'ready' | 'refused'

interface Brought {
  id: number
  kind: string
  authorityId: number
}

/**
 * Ek: a picture or document of a petition. It belongs to a form's token until the form is sent; the
 * file itself lies sealed on the disk (attachments/store).
 */
export class Attachment extends AttachmentSchema {
  /** What a form's token holds, in the order in which it came. */
  static heldBy(holder: string) {
    return this.query().where('holder', holder).orderBy('position')
  }

  /** What lies with a petition, and how much of it this officer may not know of. */
  static async of(petition: Brought, officer: Officer) {
    const all = await this.query().where('petition_id', petition.id).orderBy('id')
    const seen = all.filter((one) => !one.isHiddenFrom(officer, petition))
    return { seen, hidden: all.length - seen.length }
  }

  /** The petition is received: its form's files are its own from now on. */
  static claim(holder: string, petitionId: number, trx?: TransactionClientContract) {
    return this.query(trx && { client: trx })
      .where('holder', holder)
      .whereNull('petition_id')
      .update({ petition_id: petitionId })
  }

  /** What a photograph shows, and what a document is called, may give away who brought a tip-off. */
  isHiddenFrom(officer: Officer, petition: Brought) {
    if (this.part === 'answer') return false
    if (this.part === 'petition') return hidesPetitioner(petition, officer)
    return hidesWords(petition, this.unitId, officer)
  }

  get isPicture() {
    return this.kind !== 'pdf'
  }
}
