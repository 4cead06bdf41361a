import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import type { Typed } from '#shared/typed/typed'
import { nameOf } from '../card/typed.ts'
import { AnswerReplacement } from '../models/answer_replacement.ts'

/** One's own second press, or the same from a second tab: it is done already. */
export async function isReplaced(petition: Petition, officer: Officer, typed: Typed) {
  if (typed.text('version') === String(petition.version)) return false
  const last = await AnswerReplacement.of(petition).first()
  const intent = typed.text('intent')
  const isDecided = intent === 'grant' || intent === 'refuse'
  const text = typed.text(nameOf('replaceAnswer', 'text'))
  if (!isDecided) return last?.writtenBy === officer.id && last.text === text
  return (
    last?.decidedBy === officer.id && last.state === (intent === 'refuse' ? 'refused' : 'given')
  )
}
