import type { Petition } from '#intake'
import type { Catalogue } from '#organisation'
import type { Return } from '../models/return.ts'
import { isChosenBeforehand } from './candidate.ts'
import { markedPieces } from './reasons.ts'
import { recalledFrom } from './recalled_from.ts'
import { suggestions } from './suggestions.ts'

interface Page {
  returns: readonly Return[]
  catalogue: Catalogue
  /** The text as this officer reads it; what is hidden of it is named by no suggestion either. */
  text: string | null
  /** Units that cannot be chosen now. */
  without: readonly string[]
}

/**
 * What a page shows of a petition's suggestions: the units, which one stands chosen, and the text in
 * pieces, with the words marked that speak for the first; null where nothing is suggested.
 */
export async function shownSuggestions(petition: Petition, page: Page) {
  const { returns, catalogue, text, without } = page
  const isWhole = text === petition.text
  const all = await suggestions(petition, returns, catalogue, await recalledFrom(petition))
  const [first, ...others] = all.filter(({ unit }) => !without.includes(unit.code))
  if (!first) return null
  const isChosen = isChosenBeforehand(first)
  return {
    candidates: [first, ...others].map(({ unit, reason, certainty, because, rule }) => ({
      code: unit.code,
      name: unit.name,
      kind: unit.kind,
      reason,
      rule: rule ?? '',
      percent: certainty === null ? null : Math.round(certainty * 100),
      words: isWhole ? because.map((word) => `“${word}”`).join(', ') : '',
    })),
    chosen: isChosen ? first.unit.code : null,
    isExternal: isChosen && first.unit.isExternal,
    pieces: isWhole && first.spans.length > 0 ? markedPieces(text, first.spans) : null,
  }
}
