import { DateTime } from 'luxon'
import { ContactSchema } from '#database/schema'
import { wordsReadableBy, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { demand, NotAllowed } from '#routing'
import { Typed, type SomeWords } from '#shared/typed/typed'

const WAYS = ['call', 'visit', 'message'] as const
const RESULTS = ['reached', 'notReached'] as const

/** Görüşme: a call, visit or message with the petitioner, and what came of it. */
export class Contact extends ContactSchema {
  /** @throws Refusal for what is missing; NotAllowed; PetitionChanged */
  static async make(petition: Petition, officer: Officer, words: SomeWords) {
    const { way, result, note } = new Typed(words).read((form) => ({
      way: form.choice('way', WAYS, { required: true }),
      result: form.choice('result', RESULTS, { required: true }),
      note: form.multiline('note', { required: true }),
    }))
    return petition.change(async (current, trx) => {
      const { unit } = await demand(current, 'contact', officer)
      if (current.hidesPetitionerFrom(officer)) throw new NotAllowed()
      const contact = await this.create(
        {
          petitionId: current.id,
          unitId: unit.id,
          officerId: officer.id,
          way,
          result,
          note,
          madeAt: DateTime.utc(),
        },
        { client: trx }
      )
      await current.start({ officer }, trx)
      await current.take({ kind: 'contacted', officer, note, trx })
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
}
