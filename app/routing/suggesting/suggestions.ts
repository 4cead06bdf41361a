import type { Petition } from '#intake'
import type { Catalogue, Unit } from '#organisation'
import type { Return } from '../models/return.ts'
import { candidatesByWords, MOST } from './by_words.ts'
import type { Candidate, Reason } from './candidate.ts'

/** What of a petition says where it belongs. */
export type Suggested = Pick<Petition, 'text' | 'kind' | 'place' | 'subjectId' | 'complainedUnitId'>

/**
 * Up to three units that a petition probably belongs to, the likeliest first: the one that the last
 * unit named when it gave it back, the usual one of its subject, and those that its words speak for.
 * Never the one complained about, nor one that has given it back. A person decides; nothing is routed
 * by itself.
 *
 * @param returns newest first, as `Return.of` gives them
 */
export async function suggestions(
  petition: Suggested,
  returns: readonly Pick<Return, 'unitId' | 'suggestedUnitId'>[],
  catalogue: Catalogue
): Promise<Candidate[]> {
  const gaveBack = returns.map(({ unitId }) => unitId)
  const fits = ({ id }: Unit) => id !== petition.complainedUnitId && !gaveBack.includes(id)
  const units = catalogue.units.filter(fits)
  const byWords = await candidatesByWords(petition, catalogue, units)
  const said = (reason: Reason, unitId: number | null | undefined) =>
    units.filter(({ id }) => id === unitId).map((unit) => bySomebody(unit, reason, byWords))
  const candidates = [
    ...said('named', returns[0]?.suggestedUnitId),
    ...said('subject', catalogue.subject(petition.subjectId)?.unitId),
    ...byWords,
  ]
  return candidates.filter(isFirstOfUnit).slice(0, MOST)
}

/** Where the words say so too, they are shown as well. */
function bySomebody(unit: Unit, reason: Reason, byWords: readonly Candidate[]): Candidate {
  const too = byWords.find((one) => one.unit.id === unit.id)
  const { spans, because, modelId } = too ?? { spans: [], because: [], modelId: null }
  return { unit, reason, certainty: null, spans, because, modelId }
}

function isFirstOfUnit({ unit }: Candidate, at: number, all: readonly Candidate[]) {
  return all.findIndex((one) => one.unit.id === unit.id) === at
}
