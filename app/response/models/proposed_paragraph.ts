import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { ProposedParagraphSchema } from '#database/schema'
import { again } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { digestOf } from '../assisting/standing.ts'

/** Of a petition: as many as all its proposals can have. */
const MOST = 40

/** One paragraph of a proposal, known by its words' digest; whoever reads it and lets it stand confirms it. */
export class ProposedParagraph extends ProposedParagraphSchema {
  /** All of a petition's, the newest first. */
  static of(petition: { id: number }, trx?: TransactionClientContract) {
    return this.query(trx && { client: trx })
      .join('draft_proposals', 'draft_proposals.id', 'proposed_paragraphs.proposal_id')
      .where('draft_proposals.petition_id', petition.id)
      .orderBy('proposed_paragraphs.id', 'desc')
      .limit(MOST)
      .select('proposed_paragraphs.*')
  }

  static async keep(
    { id: proposalId }: { id: number },
    paragraphs: readonly string[],
    trx: TransactionClientContract
  ) {
    const rows = paragraphs.map((text, at) => ({ proposalId, position: at + 1, ...digestOf(text) }))
    await this.createMany(rows, { client: trx })
  }

  /** Somebody read these words and lets them stand; confirmed already they stay whose they are. */
  static async confirm(petition: { id: number }, id: number, officer: { id: number }) {
    const all = await this.of(petition)
    const read = all.find((one) => one.id === id)
    // The same words may have been proposed twice.
    const same = all.filter(({ digest }) => digest === read?.digest).map((one) => one.id)
    if (same.length === 0) return
    const by = { confirmed_by: officer.id, confirmed_at: stamp(DateTime.utc()) }
    await again(() => this.query().whereIn('id', same).whereNull('confirmed_at').update(by))
  }
}
