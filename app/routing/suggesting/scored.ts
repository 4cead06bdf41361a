import type { Catalogue, Subject, Unit } from '#organisation'
import { sharesOf, softmax } from '../learning/certainty.ts'
import { Keywords, type Match } from '../learning/keywords.ts'
import { listsOf } from '../learning/lists.ts'
import type { Model } from '../learning/model.ts'
import { spokenIn, wordFeatures, type Spoken } from '../learning/words.ts'

/** A unit, how sure its words make it (0 to 1), and what of the keywords is its. */
export interface Scored {
  unit: Unit
  certainty: number
  match: Match | undefined
}

/** With keywords alone, before anything was learned: two short ones make it four to one. */
const KEYWORDS_ALONE = { trust: 1, temperature: 0.13 }
/** A unit of which the model has heard nothing lies on the far side. */
const UNHEARD = -1

const keywordsOf = new WeakMap<readonly Subject[], Keywords<string>>()

/** Units by how much the words of a text, and what is known beside them, speak for each; best first. */
export function scored(
  text: string,
  facts: readonly string[],
  model: Model | null,
  { catalogue, units }: { catalogue: Lists; units: readonly Unit[] }
): { words: Spoken[]; scores: Scored[] } {
  const words = spokenIn(text)
  const matches = keywordsFor(catalogue).in(words)
  const shares = sharesOf(matches)
  const { trust, temperature } = model?.kept ?? KEYWORDS_ALONE
  const margins = model ? model.margins([...wordFeatures(text), ...facts]) : []
  const places = new Map(model?.kept.codes.map((code, at) => [code, at]))
  const sums = units.map(({ code }) => {
    const place = places.get(code)
    const margin = place === undefined ? UNHEARD : margins[place]!
    return margin + trust * (shares.get(code) ?? 0)
  })
  const certainties = units.length > 0 ? softmax(sums, temperature) : []
  const scores = units
    .map((unit, at) => ({ unit, certainty: certainties[at]!, match: matches.get(unit.code) }))
    .toSorted((one, other) => other.certainty - one.certainty)
  return { words, scores }
}

type Lists = Pick<Catalogue, 'units' | 'subjects'>

function keywordsFor(catalogue: Lists) {
  const known = keywordsOf.get(catalogue.subjects) ?? new Keywords(listsOf(catalogue).phrases)
  keywordsOf.set(catalogue.subjects, known)
  return known
}
