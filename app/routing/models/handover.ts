import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { HandoverSchema } from '#database/schema'
import { partAll, Reader, type Petition } from '#intake'
import { Catalogue, type Authority, type Officer } from '#organisation'
import { Typed } from '#shared/typed/typed'
import { demand, NotAllowed } from '../allowed.ts'
import {
  AuthorityMissing,
  HadItBefore,
  LastAuthority,
  NotAtWork,
} from '../handing_over/refusals.ts'
import { handbacksAfter, waysOf, type Ways } from '../handing_over/ways.ts'
import { Return } from './return.ts'

/** Sevk: a petition goes to another authority of the tree, or back to the one that sent it. */
export class Handover extends HandoverSchema {
  /**
   * Hands it to another authority, which has it from now on; this one keeps what it knows.
   *
   * @throws Refusal without a note; NotAllowed, ChiefDecides, AuthorityMissing, HadItBefore, NotAtWork,
   *   LastAuthority, PetitionChanged
   */
  static async make(petition: Petition, to: Authority | undefined, officer: Officer, note: string) {
    new Typed({ note, authority: to?.code }).read((form) => {
      form.choice('authority', to ? [to.code] : [], { required: true, wrong: 'required' })
      form.multiline('note', { required: true })
    })
    return this.#hand(petition, 'handOver', officer, note, (ways) => {
      if (ways.isLast) throw new LastAuthority()
      const chosen = ways.to.find(({ id }) => id === to!.id)
      if (!chosen) throw ways.keepers.includes(to!.id) ? new HadItBefore() : new AuthorityMissing()
      return chosen
    })
  }

  /**
   * Gives it back to the authority that sent it; the second time it goes to the governorate. This one
   * does not see it any more.
   *
   * @throws Refusal without a reason; NotAllowed, ChiefDecides, LastAuthority, PetitionChanged
   */
  static async giveBack(petition: Petition, officer: Officer, reason: string) {
    new Typed({ reason }).read((form) => form.multiline('reason', { required: 'handBack' }))
    return this.#hand(petition, 'handBack', officer, reason, ({ back, isLast }) => {
      if (isLast) throw new LastAuthority()
      if (!back) throw new NotAllowed()
      return back
    })
  }

  /**
   * Whether this officer was the last to send on the petition with this number, in these words. One
   * statement, whether there is such a number or not.
   */
  static async isBy(officer: Officer, number: string, words: string | undefined) {
    const last = await this.query()
      .join('petitions', 'petitions.id', 'handovers.petition_id')
      .where('petitions.number', number)
      .select('handovers.*')
      .orderBy('handovers.id', 'desc')
      .first()
    return last?.officerId === officer.id && last.note === words
  }

  /** Every way that a petition went, newest first. */
  static of({ id }: { id: number }) {
    return this.query().where('petition_id', id).orderBy('id', 'desc')
  }

  static async #hand(
    petition: Petition,
    action: 'handOver' | 'handBack',
    officer: Officer,
    note: string,
    choose: (ways: Ways) => Authority
  ) {
    // Read before: inside the transaction SQLite's one connection is taken.
    const to = await Catalogue.of(choose(await waysOf(petition)).id)
    return petition.change(async (current, trx) => {
      await demand(current, action, officer)
      if (!to.hasBureau) throw new NotAtWork()
      await partAll(current, trx)
      return this.#write(current, to, { action, officer, note }, trx)
    })
  }

  static async #write(
    petition: Petition,
    to: Catalogue,
    { action, officer, note }: { action: 'handOver' | 'handBack'; officer: Officer; note: string },
    trx: TransactionClientContract
  ) {
    const isBack = action === 'handBack'
    // The governorate may decide that it goes to one that had it before.
    const isReturn = isBack || (await Reader.keepersOf(petition, trx)).includes(to.authority.id)
    const { id: petitionId, authorityId: fromAuthorityId, subjectId, desk } = petition
    const step = await petition.handOver(
      {
        ...{ to, isBack, officer, note },
        returns: await Return.countOf(petition, to.unitIds, trx),
        handbacks: handbacksAfter(petition, isReturn),
      },
      trx
    )
    const row = { petitionId, fromAuthorityId, subjectId, desk, position: step.position, note }
    return this.create(
      {
        ...row,
        ...{ toAuthorityId: to.authority.id, officerId: officer.id, givenBack: isBack },
        madeAt: DateTime.utc(),
      },
      { client: trx }
    )
  }
}
