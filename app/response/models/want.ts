import { DateTime } from 'luxon'
import { WantSchema } from '#database/schema'
import { Charge, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { demand } from '#routing'
import { oneLine } from '#shared/typed/typed_text'

/** So many stand on a list, and so long is each, as its column holds. */
export const MOST_WANTS = 20
const LONGEST = 300

/** What an officer does with the list in one go. */
interface Marked {
  added: readonly string[]
  answered: readonly number[]
  dropped: readonly number[]
}

/** İstenen: one thing that a petition asks for, as the unit that answers wrote it down. */
export class Want extends WantSchema {
  /** Those of the unit in charge, in the order in which they were written. */
  static of(petition: Petition) {
    return Charge.rowsOf(this.query(), petition).orderBy('id').limit(MOST_WANTS)
  }

  /** @throws NotAllowed; OwnPetition */
  static async mark(petition: Petition, officer: Officer, { added, answered, dropped }: Marked) {
    const { unit } = await demand(petition, 'draft', officer)
    const by = { officer: officer.id, at: DateTime.utc() }
    const kept = (await this.of(petition)).filter(({ id }) => !dropped.includes(id))
    await Charge.rowsOf(this.query(), petition)
      .whereIn('id', [...dropped])
      .delete()
    for (const want of kept) await want.#tick(answered.includes(want.id), by)
    const known = new Set(kept.map(({ text }) => text))
    const fresh = [...new Set(added.map((text) => oneLine(text).slice(0, LONGEST)))]
    const rows = fresh.filter((text) => text && !known.has(text)).slice(0, MOST_WANTS - kept.length)
    const about = { petitionId: petition.id, unitId: unit.id, addedBy: by.officer, addedAt: by.at }
    await this.createMany(rows.map((text) => ({ ...about, text })))
  }

  get isAnswered() {
    return this.answeredAt !== null
  }

  async #tick(isAnswered: boolean, { officer, at }: { officer: number; at: DateTime }) {
    if (isAnswered === this.isAnswered) return
    this.answeredBy = isAnswered ? officer : null
    this.answeredAt = isAnswered ? at : null
    await this.save()
  }
}
