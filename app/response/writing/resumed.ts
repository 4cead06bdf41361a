import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import { Typed, type Words } from '#shared/typed/typed'
import { draftIn, nameOf } from '../card/typed.ts'
import { DraftSitting } from '../models/draft_sitting.ts'
import type { Answer } from '../models/answer.ts'

/** What was typed on a card and is not saved, and whether the petition has changed since. */
interface Unsaved {
  typed: Words
  changed: boolean
}

/**
 * A card with what was typed on it; where nothing was sent of an answer, with the latest words that
 * this officer wrote on another page of it and nobody saved. `mark` says which page this is.
 */
export async function resumed(
  { typed, changed }: Unsaved,
  { petition, officer, answer }: { petition: Petition; officer: Officer; answer: Answer | null }
) {
  const isSent = Object.keys(typed).some((name) => /^(draft|correct)-(?!why_)/.test(name))
  const last = isSent ? null : await lastOf(petition, officer, answer)
  // Of the other form of the card there is no field: it goes on beside what is written in this one.
  const isHere = last?.part === (petition.stage === 'awaitingApproval' ? 'correct' : 'draft')
  const isTheirs = last !== null && answer !== null && answer.draftedBy !== officer.id
  return {
    typed: { ...last?.typed, ...typed },
    changed: changed || (isTheirs && answer.version > last.begunFrom),
    mark: pageMark(typed, isHere ? last : null, isSent),
  }
}

/**
 * Which page this is, and from which it goes on.
 *
 * @param last whose words it shows
 * @param isSent whether words came with the form, which nothing keeps yet
 */
export function pageMark(typed: Words, last: DraftSitting | null, isSent: boolean) {
  return {
    sitting: typed.sitting ?? '',
    turn: typed.turn ?? '0',
    after: last ? `${last.sitting}.${last.turn}` : (typed.resumes ?? ''),
    keptAt: last?.keptAt ?? null,
    isUnkept: isSent,
  }
}

async function lastOf(petition: Petition, officer: Officer, answer: Answer | null) {
  if (!petition.isOpen || !petition.mayDo('draft', officer)) return null
  const open = await DraftSitting.openOf({ petition, officer })
  return open.find((one) => isNews(one, officer, answer)) ?? null
}

/** Whether it says something that is nowhere saved. */
function isNews(
  { typed, part, keptAt }: DraftSitting,
  { id }: { id: number },
  answer: Answer | null
) {
  if (!answer) return true
  const isOlder = answer.draftedBy === id && keptAt < answer.draftedAt
  return !isOlder && !answer.says(draftIn(new Typed(typed).part(nameOf(part as 'draft', ''))))
}
