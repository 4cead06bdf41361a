import type { Petition } from '#intake'
import type { Draft } from '../draft.ts'
import type { Noted } from '../models/answer_check.ts'
import { DraftProposal } from '../models/draft_proposal.ts'
import { ProposedParagraph } from '../models/proposed_paragraph.ts'
import { mayHaveProposed } from './in_use.ts'
import { standingIn } from './standing.ts'
import { wordsOf } from './unconfirmed.ts'

/** Characters of a paragraph by which it is found. */
const BEGINNING = 120

/** What the head learns of an answer for which a proposal came: which paragraphs stand as they came. */
export async function proposalNote(petition: Petition, draft: Draft): Promise<Noted[]> {
  if (!(await mayHaveProposed())) return []
  if ((await DraftProposal.givenFor(petition)).length === 0) return []
  const stand = standingIn(wordsOf(draft), await ProposedParagraph.of(petition))
  const places = stand.map(({ words }) => ({ words: beginningOf(words) }))
  return [{ sort: 'proposal', places, reason: null }]
}

function beginningOf(words: string) {
  return words.length > BEGINNING ? `${words.slice(0, BEGINNING).trimEnd()}…` : words
}
