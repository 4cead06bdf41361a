import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { authorities } from '#organisation'
import { insertMissing } from '#shared/database/insert_missing'
import { spellingsOf } from '../words/spelling.ts'
import { scopeOfAuthority, struck, written } from './scopes.ts'

/** So many terms are asked for in one statement. */
const AT_ONCE = 200

/** Terms that stand in some petition from now on; nearly all of them did before. */
export async function learn(terms: readonly string[], trx: TransactionClientContract) {
  const spelled = terms.filter((term) => spellingsOf(term).length > 0)
  for (let from = 0; from < spelled.length; from += AT_ONCE) {
    const piece = spelled.slice(from, from + AT_ONCE)
    const own = trx.from('search_spellings').whereIn('spelling', piece)
    const rows = await own.whereColumn('spelling', 'term').select('term')
    const known = new Set(rows.map(({ term }) => term))
    const fresh = piece.filter((term) => !known.has(term))
    const spellings = fresh.flatMap((term) => spellingsOf(term).map((one) => [one, term] as const))
    await insertMissing('search_spellings', ['spelling', 'term'], spellings, trx)
  }
}

/** Terms that some petition does not have any more: those that none has are forgotten. */
export async function unlearn(terms: readonly string[], trx: TransactionClientContract) {
  const scopes = await everyScope()
  for (const term of terms.filter((one) => spellingsOf(one).length > 0)) {
    const postings = trx.from('search_postings').whereIn('scope', scopes).where('term', term)
    if (await postings.first()) continue
    const spellings = trx.from('search_spellings').whereIn('spelling', spellingsOf(term))
    await spellings.where('term', term).delete()
  }
}

/** What a unit sees stands in its authority's as well. */
async function everyScope() {
  const all = (await authorities()).map(({ id }) => scopeOfAuthority(id))
  return all.flatMap((scope) => [scope, written(scope), struck(scope)])
}
