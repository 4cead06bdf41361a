import type { Officer } from '#organisation'
import type { ListFilter } from '../../lists/filter.ts'
import { PetitionList, type ListPage } from '../../lists/petition_list.ts'
import type { Clue } from './clue.ts'
import { placesFor } from '../postings/scopes.ts'
import { withSlips } from './slips.ts'
import type { TypedSearch } from './typed_search.ts'

/** Rows that are looked at for what may have been meant, behind those for what was typed. */
const LEFT = 160

export interface FoundPage extends ListPage {
  /** by which words, to be marked */
  clues: readonly Clue[]
  /** nothing was found as it was typed: this is what is a slip of the pen away */
  isAlike: boolean
}

/**
 * A page of what was typed; where nothing is found of it, of what may have been meant. That is asked
 * whether anything is known that is alike or not: a word of hidden petitions costs what no word does.
 *
 * @param isAlike goes on with a page of the latter
 */
export async function search(
  officer: Officer,
  typed: TypedSearch,
  { after, isAlike }: { after: string; isAlike: boolean }
): Promise<FoundPage> {
  const { keys, clues } = typed
  const filters: ListFilter[] = [...keys, ...(clues ? [{ clues }] : [])]
  if (!isAlike) {
    const page = await PetitionList.anyOf(officer, filters, after)
    const isNothing = page.rows.length === 0 && !page.next && !after
    if (!clues || !isNothing) return { ...page, clues: clues ?? [], isAlike: false }
  }
  const alike = await withSlips(typed, placesFor(officer).length)
  const page = await PetitionList.anyOf(officer, [{ clues: alike }], after, LEFT)
  return { ...page, clues: alike, isAlike: true }
}
