import { DateTime } from 'luxon'
import { UnitNoteSchema } from '#database/schema'
import { Charge, PetitionNumber, readableBy, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { stamp } from '#shared/dates/stored'
import { Typed } from '#shared/typed/typed'
import { demand } from '../allowed.ts'

/** For so long, and so many, they stand above the unit's inbox. */
const SHOWN = { days: 7 }
const MOST = 5

/** Birime not: what the desk writes to the unit that has a petition, as that somebody asked for it again. */
export class UnitNote extends UnitNoteSchema {
  /** @throws Refusal without words; NotAllowed, PetitionChanged */
  static make(petition: Petition, officer: Officer, note: string) {
    new Typed({ note }).read((form) => form.multiline('note', { required: 'unit' }))
    return petition.change(async (current, trx) => {
      const { id: unitId } = (await demand(current, 'remind', officer)).unit
      const about = { petitionId: current.id, unitId, officerId: officer.id }
      await this.create({ ...about, note, notedAt: DateTime.utc() }, { client: trx })
      await current.take({ kind: 'unitNoted', officer, note, trx })
    })
  }

  /** The latest to the officer's unit, of what it has still and the officer sees. */
  static async latestTo(officer: Officer) {
    const { atUnit } = officer
    if (!atUnit) return []
    const query = this.query()
      .join('petitions', 'petitions.id', 'unit_notes.petition_id')
      .where('unit_notes.unit_id', atUnit)
      .where('unit_notes.noted_at', '>=', stamp(DateTime.utc().minus(SHOWN)))
    Charge.ofUnit(query, atUnit)
    const rows = await readableBy(query, officer)
      .select('unit_notes.*', 'petitions.number')
      .orderBy('unit_notes.id', 'desc')
      .limit(MOST)
    return rows.map(({ $extras: { number }, note, notedAt: at }) => ({
      ...{ number: String(number), shown: PetitionNumber.parse(number)!.shown, note, at },
    }))
  }
}
