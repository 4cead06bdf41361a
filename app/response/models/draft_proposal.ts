import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { DraftProposalSchema } from '#database/schema'
import { Charge, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { transaction } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import type { Ended } from '../assisting/endings.ts'
import { ProposedParagraph } from './proposed_paragraph.ts'

/** So many are given for one petition: who needs more writes it anew sooner. */
const MOST_GIVEN = 5
const SHOWN = 20

/** Öneri istendi: who asked the house's own model for the draft of an answer, when, and how it ended. */
export class DraftProposal extends DraftProposalSchema {
  /** Those that came, of a petition; the newest first. */
  static givenFor(petition: { id: number }, trx?: TransactionClientContract) {
    return this.query(trx && { client: trx })
      .where({ petition_id: petition.id, ended: 'given' })
      .orderBy('id', 'desc')
      .limit(MOST_GIVEN)
  }

  static async hasRoom(petition: Petition) {
    return (await this.givenFor(petition)).length < MOST_GIVEN
  }

  /** Written before anything leaves, so that also one that nobody saw the end of is there. */
  static async begin(petition: Petition, officer: Officer) {
    const { unit } = await Charge.of(petition)
    const of = { authorityId: petition.authorityId, petitionId: petition.id, unitId: unit.id }
    return this.create({ ...of, officerId: officer.id, askedAt: DateTime.utc() })
  }

  /** How the last ones of an authority ended: no petition, no person. */
  static lately(authorityId: number) {
    const own = this.query().where('authority_id', authorityId).orderBy('id', 'desc')
    return own.limit(SHOWN).select('id', 'asked_at', 'ended')
  }

  /** What came of it; of its paragraphs digests are kept, and no words. */
  async end(ended: Ended, paragraphs: readonly string[] = []) {
    await transaction(async (trx) => {
      const row = { ended, ended_at: stamp(DateTime.utc()) }
      await DraftProposal.query({ client: trx }).where('id', this.id).update(row)
      await ProposedParagraph.keep(this, paragraphs, trx)
    })
  }
}
