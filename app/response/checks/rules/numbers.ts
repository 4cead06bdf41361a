import { finding } from '../finding.ts'
import { numbersIn } from '../words/number_shapes.ts'
import { placeIn } from '../words/tokens.ts'

/**
 * Telephones, identity numbers and accounts that are nobody's who is told, and no office's.
 *
 * @param known digits of those that may stand there
 */
export function foreignNumbers(text: string, known: ReadonlySet<string>) {
  const foreign = numbersIn(text).filter(({ digits }) => !known.has(digits))
  return finding(
    'numbers',
    foreign.map(({ from, to }) => {
      const { words } = placeIn(text, from, to)
      return { words: `${words.slice(0, 4)}…${words.slice(-2)}` }
    })
  )
}
