import type { Form } from '#shared/typed/typed'
import type { SaidOtherwise } from '../../models/own_words.ts'
import { SPOKEN } from '../../brought/words.ts'

/** What was said or written in another language; null where all of it was Turkish. */
export function readOwnWords(form: Form): SaidOtherwise | null {
  const text = form.multiline('ownWords')
  const isAgreed = form.ticks('readBack')
  const language = form.choice('spoken', SPOKEN, {
    required: text !== null || isAgreed,
  })
  return language && { language, text, isAgreed }
}
