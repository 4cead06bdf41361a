import type { Petition } from '#intake'
import type { Catalogue, Unit } from '#organisation'
import { factsOf } from '../learning/facts.ts'
import type { Candidate } from './candidate.ts'
import { knownModel } from './known_model.ts'
import { reasonsFor } from './reasons.ts'
import { scored } from './scored.ts'

/** Below it nothing is said: nobody is helped by a guess. */
const FLOOR = 0.15
/** Whatever stands second or third has at least so much of it. */
const LEAST = 0.01

/**
 * Units that the words of a text speak for, best first, with how sure that is and which words say so;
 * none where nothing is sure enough.
 */
export async function candidatesByWords(
  { text, ...about }: Pick<Petition, 'text' | 'kind' | 'place'>,
  catalogue: Catalogue,
  units: readonly Unit[] = catalogue.units
): Promise<Candidate[]> {
  const known = await knownModel(catalogue.authority.id)
  const model = known?.model ?? null
  const { words, scores } = scored(text, factsOf(about, catalogue), model, { catalogue, units })
  const said = words.length > 0 && (scores[0]?.certainty ?? 0) >= FLOOR ? scores : []
  return said.slice(0, MOST).flatMap((one, at) => {
    const { unit, certainty, match } = one
    if (certainty < LEAST) return []
    const spans = reasonsFor(words, one, scores[at + 1], model)
    const because = [...new Set(spans.map(({ from, until }) => text.slice(from, until)))]
    const reason = match ? 'words' : 'learned'
    return [{ unit, reason, certainty, spans, because, modelId: known?.id ?? null }]
  })
}

/** So many are offered. */
export const MOST = 3
