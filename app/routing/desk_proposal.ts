import type { Catalogue } from '#organisation'
import { placeNamed } from './place_named.ts'
import { proposedSubject } from './proposed_subject.ts'
import { ruleFor } from './rules/rule_for.ts'

/** What the words at the desk probably are about: subject, its kind and usual unit, and the place. */
export function deskProposal(text: string, catalogue: Catalogue, locale: string) {
  const proposal = proposedSubject(text, catalogue)
  const place = placeNamed(text, catalogue.places)
  if (!proposal && !place) return null
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
  }
}
