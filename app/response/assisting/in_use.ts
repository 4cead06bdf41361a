import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import assistant from '#config/assistant'
import { DraftProposal } from '../models/draft_proposal.ts'

/** Where there is none: whether there was one before; null: not looked yet. */
let before: boolean | null = null

/**
 * Whether words of a model may stand in a draft. Where there is none and never was, the database is asked
 * once for as long as the program runs, and never again: switching one on starts it anew.
 */
export async function mayHaveProposed(trx?: TransactionClientContract) {
  if (assistant.settings) return true
  before ??=
    (await DraftProposal.query(trx && { client: trx })
      .select('id')
      .first()) !== null
  return before
}

/** As after a start. */
export function forgetProposed() {
  before = null
}
