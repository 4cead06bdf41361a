import db from '@adonisjs/lucid/services/db'
import { isSlip, spellingsOf } from '../words/spelling.ts'
import type { Clue } from './clue.ts'
import type { TypedSearch } from './typed_search.ts'

/** So many terms of the dictionary are looked at for all words, and so many are taken for each. */
const LOOKED_AT = 100
const TAKEN = 3
/** Over more places than one authority has, one of the first word. */
const FEW = 3

/**
 * The same clues, each with the terms that it may have been meant for: one slip away. The dictionary
 * has the words of every petition, so nobody is told of them: what was meant is what is found by it.
 */
export async function withSlips({ clues, spelled }: TypedSearch, places: number): Promise<Clue[]> {
  const spellings = [...new Set(spelled.flatMap(spellingsOf))]
  const rows: { term: string }[] = await db
    .from('search_spellings')
    // Also for none: a word of nobody's costs what another one costs.
    .whereIn('spelling', [...spellings, ''])
    .limit(LOOKED_AT)
    .select('term')
  const known = [...new Set(rows.map(({ term }) => term))]
  const most = (at: number) => (places <= FEW ? TAKEN : Number(at === 0))
  return (clues ?? []).map((clue, at) => {
    const meant = meantBy(spelled[at]!, known).slice(0, most(at))
    return [...new Set([...clue, ...meant])]
  })
}

function meantBy(term: string, known: readonly string[]) {
  if (spellingsOf(term).length === 0) return []
  return known
    .filter((one) => one !== term && isSlip(one, term))
    .toSorted((one, other) => nearness(other, term) - nearness(one, term))
}

/** People rarely mistake the beginning of a word, or how long it is. */
function nearness(one: string, term: string) {
  return Number(one[0] === term[0]) * 2 + Number(one.length === term.length)
}
