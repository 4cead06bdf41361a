import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import type { Words } from '#shared/typed/typed'
import { DraftSitting } from '../models/draft_sitting.ts'
import { pageMark } from '../writing/resumed.ts'

/** What was typed; where nothing was sent, the latest that this officer wrote and did not submit. */
export async function resumedReplacement(petition: Petition, officer: Officer, sent: Words) {
  const isSent = Object.keys(sent).some((name) => name.startsWith('replaceAnswer-'))
  const open = isSent ? [] : await DraftSitting.openOf({ petition, officer })
  const last = open.find(({ part }) => part === 'replaceAnswer') ?? null
  return { typed: { ...last?.typed, ...sent }, mark: pageMark(sent, last, isSent) }
}
