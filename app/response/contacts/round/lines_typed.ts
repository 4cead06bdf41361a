import type { Typed, Words } from '#shared/typed/typed'
import { isVisible } from '#shared/typed/typed_text'
import { MOST_VISITS } from './round_of.ts'

export interface LineTyped {
  /** of the visit */
  id: number
  words: Words
}

/** The lines of the form in which something is said: result-12, note-12, next-12. */
export function linesTyped(typed: Typed): LineTyped[] {
  const named = Object.keys(typed.words).map((name) =>
    /^(?:result|note|next)-(\d{1,9})$/.exec(name)
  )
  const ids = [...new Set(named.flatMap((found) => (found ? [Number(found[1])] : [])))]
  const lines = ids.map((id) => {
    const text = (field: string) => typed.text(`${field}-${id}`)
    return { id, words: { result: text('result'), note: text('note'), next: text('next') } }
  })
  return lines.filter(({ words }) => Object.values(words).some(isVisible)).slice(0, MOST_VISITS)
}
