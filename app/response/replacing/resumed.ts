import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import type { Words } from '#shared/typed/typed'
import { AnswerReplacement } from '../models/answer_replacement.ts'
import { DraftSitting } from '../models/draft_sitting.ts'
import { pageMark } from '../writing/resumed.ts'

const isField = (name: string) => name.startsWith('replaceAnswer-')

/**
 * What was typed; where nothing was sent, the latest that this officer wrote and did not submit. `wrote`:
 * any field of it holds something, were the text cleared.
 */
export async function resumedReplacement(petition: Petition, officer: Officer, sent: Words) {
  const isSent = Object.keys(sent).some(isField)
  const last = isSent ? null : await lastOf(petition, officer)
  const typed = { ...last?.typed, ...sent }
  const wrote = Object.entries(typed).some(([name, word]) => isField(name) && word !== '')
  return { typed, wrote, mark: pageMark(sent, last, isSent), begunFrom: last?.begunFrom ?? null }
}

/** What stood on another page before this officer submitted is no news, and compared alone. */
async function lastOf(petition: Petition, officer: Officer) {
  const open = await DraftSitting.openOf({ petition, officer })
  const last = open.find(({ part }) => part === 'replaceAnswer')
  if (!last) return null
  const own = AnswerReplacement.of(petition).where('written_by', officer.id)
  const submitted = await own.first()
  return submitted && last.keptAt < submitted.writtenAt ? null : last
}
