import { typedText } from '#shared/typed/typed_text'
import { masked, type Known } from '../../examples/mask.ts'
import { withoutNames } from './capitals.ts'
import { namedBy } from './named.ts'
import { withoutShapes } from './shapes.ts'
import { withheldFrom } from './withheld.ts'

/** Words that may leave the program, and what was taken out of them. */
export interface LetOut {
  text: string
  /** folded words that must not come back */
  withheld: ReadonlySet<string>
}

/**
 * The one door through which words go to a model: without names, numbers, addresses and places, as far as
 * rules and lists find them. They never find all, so nothing delicate may come here at all.
 */
export function letOut(words: string, known: Known, common: ReadonlySet<string>): LetOut {
  const said = typedText(words)
  const named = namedBy(known, common)
  const text = withoutNames(withoutShapes(masked(said, known)), named)
  return { text, withheld: withheldFrom(said, text, named) }
}

/** Whether enough is left to write about. */
export function saysEnough({ text }: LetOut) {
  const left = text.replace(/\[[^\]\n]{1,20}\]/g, '')
  const gaps = text.match(/\[[^\]\n]{1,20}\]/g)?.length ?? 0
  const words = left.match(/\p{L}{2,60}/gu)?.length ?? 0
  return words >= 6 && words >= gaps * 2
}
