import { finding } from '../finding.ts'
import type { OfficialWord } from '../words/official_words.ts'
import { placeIn, tokensOf } from '../words/tokens.ts'

/** Words of offices, each where it stands and with a plain one beside it. The longest ones speak first. */
export function officialWords(text: string, list: readonly OfficialWord[]) {
  const tokens = tokensOf(text)
  const places = []
  for (let at = 0; at < tokens.length; at += 1) {
    const found = list.find(({ pattern }) =>
      pattern.every(({ stem, isOpen }, step) => {
        const word = tokens[at + step]?.word
        return isOpen ? word?.startsWith(stem) : word === stem
      })
    )
    if (!found) continue
    const last = at + found.pattern.length - 1
    const place = placeIn(text, tokens[at]!.from, tokens[last]!.to)
    places.push({ ...place, plain: found.plain })
    at = last
  }
  return finding('official', places)
}
