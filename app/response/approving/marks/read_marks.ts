import type { Typed } from '#shared/typed/typed'
import { LONGEST } from '../../longest.ts'
import type { Marked } from '../../models/answer_mark.ts'
import { passagesOf } from './passage.ts'

/** As many as a form has room for, by what the fields of each are told apart. */
export const MARK_NUMBERS = [1, 2, 3, 4, 5, 6]

/**
 * What a head marked: quoted words and a remark to each, as the form's fields have them.
 *
 * @param letter the answer as the citizen would read it
 * @throws Refusal where one is without the other, or the quoted words do not stand there
 */
export function readMarks(typed: Typed, letter: string): Marked[] {
  return typed.read((form) =>
    MARK_NUMBERS.flatMap((number) => {
      const [quoteField, remarkField] = [`quote-${number}`, `remark-${number}`]
      const quote = form.line(quoteField, { max: LONGEST.answer_marks.quote })
      const remark = form.line(remarkField, { max: LONGEST.answer_marks.remark })
      if (remark && !quote) form.wrong(quoteField, 'required')
      if (quote && !remark) form.wrong(remarkField, 'required')
      if (quote && passagesOf(quote, letter).length === 0) form.wrong(quoteField, 'unfound')
      return quote && remark ? [{ quote, remark }] : []
    })
  )
}
