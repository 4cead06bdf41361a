import { notFor, type Petition } from '#intake'
import type { Catalogue, Subject, Unit } from '#organisation'
import type { Return } from '../models/return.ts'
import { proposedSubject } from '../proposed_subject.ts'
import { ruleFor } from '../rules/rule_for.ts'
import { candidatesByWords, MOST } from './by_words.ts'
import type { Candidate, Reason } from './candidate.ts'

/** What of a petition says where it belongs. */
export type Suggested = Pick<
  Petition,
  'text' | 'kind' | 'place' | 'urgency' | 'subjectId' | 'complainedUnitId' | 'decider'
>

/**
 * Up to three units that a petition probably belongs to, the likeliest first: the one that the last
 * unit named when it gave it back, the one of the authority's rules, the usual one of its subject, and
 * those that its words speak for.
 * Never the one complained about, nor one that has given it back or that the desk took it back from. A
 * person decides; nothing is routed by itself.
 *
 * @param returns newest first, as `Return.of` gives them
 * @param recalled as `recalledFrom` gives them
 */
export async function suggestions(
  petition: Suggested,
  returns: readonly Pick<Return, 'unitId' | 'suggestedUnitId'>[],
  catalogue: Catalogue,
  recalled: readonly number[] = []
): Promise<Candidate[]> {
  const gaveBack = [...returns.map(({ unitId }) => unitId), ...recalled]
  const fits = (unit: Unit) => !notFor(petition, unit, catalogue) && !gaveBack.includes(unit.id)
  const units = catalogue.units.filter(fits)
  const byWords = await candidatesByWords(petition, catalogue, units)
  const said = (reason: Reason, unitId: number | null | undefined) =>
    units.filter(({ id }) => id === unitId).map((unit) => bySomebody(unit, reason, byWords))
  const subject = catalogue.subject(petition.subjectId)
  const rule = ruleOf(petition, subject, catalogue)
  const candidates = [
    ...said('named', returns[0]?.suggestedUnitId),
    ...said('rule', rule?.unitId).map((one) => ({ ...one, rule: rule?.reason })),
    ...said('subject', subject?.unitId),
    ...byWords,
  ]
  return candidates.filter(isFirstOfUnit).slice(0, MOST)
}

/** Where nobody chose a subject, rules are asked with the one that the words propose. */
function ruleOf(petition: Suggested, subject: Subject | undefined, catalogue: Catalogue) {
  if (catalogue.routing.speaking.length === 0) return null
  const about = subject ?? proposedSubject(petition.text, catalogue)?.subject
  return ruleFor(petition, about, catalogue)
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
