import { ABOUT } from './terms.ts'

/** From here on two short texts speak of the same: measured, ADR 24. */
const ALIKE = { cosine: 0.25, common: 2 }
const WEIGHT = { about: 3, word: 1 }
/** From these letters on a word is also one that begins with it: yol and yolum. */
const BEGINNING = 3

/** How much they have in common where it is enough to be the same problem; else 0. */
export function likenessOf(terms: readonly string[], others: readonly string[]) {
  const { common, cosine } = alike(terms, others)
  return common >= ALIKE.common && cosine >= ALIKE.cosine ? cosine : 0
}

/**
 * How much two texts have in common: the cosine of their terms, from 0 to 1, and what the common ones
 * weigh together.
 */
function alike(one: readonly string[], other: readonly string[]) {
  const left = new Set(other)
  let common = 0
  for (const term of one) {
    const found = left.has(term) ? term : beginningLike(term, left)
    if (!found) continue
    left.delete(found)
    common += weightOf(term)
  }
  const all = Math.sqrt(total(one) * total(other))
  return { common, cosine: all > 0 ? common / all : 0 }
}

function beginningLike(term: string, terms: ReadonlySet<string>) {
  if (term.length < BEGINNING || term.startsWith(ABOUT)) return undefined
  for (const one of terms) {
    if (one.length >= BEGINNING && (one.startsWith(term) || term.startsWith(one))) return one
  }
  return undefined
}

function total(terms: readonly string[]) {
  return terms.reduce((sum, term) => sum + weightOf(term), 0)
}

function weightOf(term: string) {
  return term.startsWith(ABOUT) ? WEIGHT.about : WEIGHT.word
}
