import { PetitionNumber } from '#intake'
import type { Form } from '#shared/typed/typed'

/** To so many at once: each is one petition's own. */
const MOST_AT_ONCE = 50

/** The petitions that somebody writes into a field, a line each or with commas; each once. */
export function readNumbers(form: Form) {
  const typed = form.multiline('numbers', { required: true, max: 2000 }) ?? ''
  const lines = typed.split(/[\n,;]+/).filter((line) => line.trim() !== '')
  const numbers = new Set<string>()
  for (const line of lines) {
    const number = PetitionNumber.parse(line.trim())
    if (number) numbers.add(number.digits)
    else form.wrong('numbers', 'format')
  }
  if (numbers.size > MOST_AT_ONCE) form.wrong('numbers', 'tooMany', { most: MOST_AT_ONCE })
  return [...numbers]
}
