import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { WantSchema } from '#database/schema'
import { Charge, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { demand } from '#routing'
import { transaction } from '#shared/database/transaction'
import { Refusal } from '#shared/typed/problems'
import { oneLine } from '#shared/typed/typed_text'

/** So many stand on a list, and so long is each, as its column holds. */
const MOST_WANTS = 20
const LONGEST = 300

/** What an officer does with the list in one go. */
interface Marked {
  added: readonly string[]
  /** by their ids, those that are to be ticked, or no more; all others stay as they are */
  ticked: ReadonlyMap<number, boolean>
  dropped: readonly number[]
}

/** İstenen: one thing that a petition asks for, as the unit that answers wrote it down. */
export class Want extends WantSchema {
  /** Those of the unit in charge, in the order in which they were written. */
  static of(petition: Petition, trx?: TransactionClientContract) {
    return Charge.rowsOf(this.query({ client: trx }), petition)
      .orderBy('id')
      .limit(MOST_WANTS)
  }

  /** The unit in charge was closed: what it wrote down is its successor's list. */
  static handOn(petition: Petition, unit: { id: number }, trx: TransactionClientContract) {
    return Charge.rowsOf(this.query({ client: trx }), petition).update({ unit_id: unit.id })
  }

  /** @throws Refusal for what is too long or too much; NotAllowed; OwnPetition */
  static async mark(petition: Petition, officer: Officer, { added, ticked, dropped }: Marked) {
    const { unit } = await demand(petition, 'draft', officer)
    const by = { officer: officer.id, at: DateTime.utc() }
    const fresh = [...new Set(added.map((text) => oneLine(text)))]
    const isLong = fresh.some((text) => text.length > LONGEST)
    if (isLong) throw new Refusal({ field: 'lines', rule: 'long', values: { max: LONGEST } })
    const about = { petitionId: petition.id, unitId: unit.id, addedBy: by.officer, addedAt: by.at }
    await transaction(async (trx) => {
      const all = await this.of(petition, trx)
      const kept = all.filter(({ id }) => !dropped.includes(id))
      await Charge.rowsOf(this.query({ client: trx }), petition)
        .whereIn('id', [...dropped])
        .delete()
      for (const want of kept) await want.#tick(ticked.get(want.id), by)
      const known = kept.map(({ text }) => text)
      const rows = fresh.filter((text) => text && !known.includes(text))
      if (kept.length + rows.length > MOST_WANTS) {
        throw new Refusal({ field: 'lines', rule: 'most', values: { most: MOST_WANTS } })
      }
      const some = rows.map((text) => ({ ...about, text }))
      await this.createMany(some, { client: trx })
    })
  }

  get isAnswered() {
    return this.answeredAt !== null
  }

  async #tick(isAnswered = this.isAnswered, { officer, at }: { officer: number; at: DateTime }) {
    if (isAnswered === this.isAnswered) return
    this.answeredBy = isAnswered ? officer : null
    this.answeredAt = isAnswered ? at : null
    await this.save()
  }
}
