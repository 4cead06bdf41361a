import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { ContactSchema } from '#database/schema'
import { wordsReadableBy, type Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { NotAllowed } from '#routing'
import { Typed, type SomeWords } from '#shared/typed/typed'
import { afterContact } from '../contacts/after_contact.ts'
import { demandTalk, stays } from '../contacts/demand_talk.ts'
import { readContact } from '../contacts/read_contact.ts'
import { isInVain } from '../contacts/ways.ts'
import type { ContactPlan } from './contact_plan.ts'

/** Looked at, to see whether anybody is reached; whoever tries more often on one day has tried on one. */
const LATEST = 40

/** Görüşme: a call, visit, meeting or message with the petitioner, and what came of it. */
export class Contact extends ContactSchema {
  /**
   * Writes it down, and what is next. Who was not reached was not spoken with yet: a try is a step of
   * another kind, so that the unit's own clock runs on.
   *
   * @param plan of which it came; what nobody planned is not written down while a head has the answer
   * @throws Refusal for what is missing; NotAllowed; PetitionChanged
   */
  static async make(
    petition: Petition,
    officer: Officer,
    words: SomeWords,
    plan: ContactPlan | null = null
  ) {
    const { calendar } = await Catalogue.of(petition.authorityId)
    const { next, ...said } = new Typed(words).read((form) => readContact(form, calendar))
    return petition.change(async (current, trx) => {
      const { unit } = await demandTalk(current, officer, plan)
      if (current.hidesPetitionerFrom(officer)) throw new NotAllowed()
      const by = { petitionId: current.id, unitId: unit.id, officerId: officer.id }
      const row = { ...by, ...said, madeAt: DateTime.utc() }
      const contact = await this.create(row, { client: trx })
      await current.start({ officer }, trx)
      const kind = isInVain(said.result) ? 'tried' : 'contacted'
      await current.take({ kind, officer, note: said.note, ...stays(current), trx })
      const latest = await this.#latestOf(current, trx)
      await afterContact(current, contact, { officer, next, latest }, trx)
      return contact
    })
  }

  /** What this officer wrote down last. */
  static newestBy(officer: Officer, petition: Petition) {
    const own = { petition_id: petition.id, officer_id: officer.id }
    return this.query().where(own).orderBy('id', 'desc').first()
  }

  /**
   * What this officer may read of it, newest first. On a tip-off a unit reads its own contacts only:
   * what the bureau wrote down would tell who it was.
   *
   * @param units whose, where not everybody's
   */
  static readBy(officer: Officer, petition: Petition, units: readonly number[] | null = null) {
    const contacts = this.query().where('petition_id', petition.id).orderBy('id', 'desc')
    // What another authority spoke with the petitioner is its own.
    if (units) contacts.whereIn('unit_id', [...units])
    return wordsReadableBy(contacts, petition, officer)
  }

  static #latestOf({ id }: Petition, trx: TransactionClientContract) {
    return this.query({ client: trx }).where('petition_id', id).orderBy('id', 'desc').limit(LATEST)
  }
}
