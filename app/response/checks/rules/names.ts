import { finding } from '../finding.ts'
import { placeIn } from '../words/tokens.ts'
import { nameWindows } from '../words/name_windows.ts'

/** @param others keys of the names of other petitioners, of those that stand in the text
 *  @param keyOf how a name becomes one
 */
export function foreignNames(
  text: string,
  others: ReadonlySet<string>,
  keyOf: (name: string) => string | null
) {
  if (others.size === 0) return null
  const named = nameWindows(text).filter(({ words }) => others.has(keyOf(words) ?? ''))
  return finding(
    'names',
    named.map(({ from, to }) => placeIn(text, from, to))
  )
}
