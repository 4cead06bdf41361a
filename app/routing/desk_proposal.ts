import type { Petition } from '#intake'
import type { Catalogue } from '#organisation'
import { placeNamed } from './place_named.ts'
import { proposedSubject } from './proposed_subject.ts'
import { ruleFor } from './rules/rule_for.ts'
import { candidatesByWords } from './suggesting/by_words.ts'

/**
 * What the words at the desk probably are about: subject, its kind and usual unit, the place, and up to
 * three units with how sure that is, in percent, and because of which words.
 */
export async function deskProposal(
  text: string,
  catalogue: Catalogue,
  locale: string,
  kind: Petition['kind'] = 'request'
) {
  const proposal = proposedSubject(text, catalogue)
  const place = placeNamed(text, catalogue.places)
  const candidates = await candidatesByWords({ text, kind, place }, catalogue)
  if (!proposal && !place && candidates.length === 0) return null
  const { subject, because = [] } = proposal ?? {}
  const asked = subject && { kind: subject.kind, urgency: 'ordinary', place }
  const rule = asked && ruleFor(asked, subject, catalogue)
  const unit = catalogue.units.find(({ id }) => id === (rule?.unitId ?? subject?.unitId))
  return {
    subject: subject
      ? { code: subject.code, name: subject.nameIn(locale), kind: subject.kind }
      : null,
    unit: unit?.name ?? null,
    because: because.join(', '),
    place,
    units: candidates.map(({ unit: one, certainty, because: words }) => ({
      name: one.name,
      percent: Math.round((certainty ?? 0) * 100),
      because: words.join(', '),
    })),
  }
}
