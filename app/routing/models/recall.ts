import { DateTime } from 'luxon'
import { RecallSchema } from '#database/schema'
import { Charge, notAbout, PetitionNumber, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { stamp } from '#shared/dates/stored'
import { Typed } from '#shared/typed/typed'
import { demand } from '../allowed.ts'
import { Referral } from './referral.ts'

/** For so long, and so many, a unit reads of what was taken back from it. */
const TOLD = { days: 7 }
const MOST = 5

/** Geri alma: the desk takes back what it referred to the wrong unit. Not a return, which is the unit's. */
export class Recall extends RecallSchema {
  /**
   * It waits at the desk again; the unit is told why and sees it no longer. Counts as no return.
   *
   * @throws Refusal without a reason; NotAllowed, ChiefDecides, PetitionChanged
   */
  static make(petition: Petition, officer: Officer, reason: string) {
    new Typed({ reason }).read((form) => form.multiline('reason', { required: 'recall' }))
    return petition.change(async (current, trx) => {
      const { id: unitId } = (await demand(current, 'recall', officer)).unit
      const referral = await Charge.rowsOf(Referral.query({ client: trx }), current)
        .orderBy('id', 'desc')
        .firstOrFail()
      const about = { petitionId: current.id, authorityId: current.authorityId, unitId }
      const said = { officerId: officer.id, reason, recalledAt: DateTime.utc() }
      await this.create({ referralId: referral.id, ...about, ...said }, { client: trx })
      await current.recalled({ officer, note: reason }, trx)
    })
  }

  /** What the officer's unit is told of; nothing of a complaint about a unit of theirs. */
  static async toldTo(officer: Officer) {
    const { atUnit } = officer
    if (!atUnit) return []
    const query = this.query()
      .join('petitions', 'petitions.id', 'recalls.petition_id')
      .where('recalls.unit_id', atUnit)
      .where('recalls.recalled_at', '>=', stamp(DateTime.utc().minus(TOLD)))
    notAbout(officer, query as unknown as Parameters<typeof notAbout>[1])
    const rows = await query
      .select('recalls.*', 'petitions.number')
      .orderBy('recalls.id', 'desc')
      .limit(MOST)
    return rows.map((row) => ({
      number: PetitionNumber.parse(row.$extras.number)!.shown,
      reason: row.reason,
      at: row.recalledAt,
    }))
  }
}
