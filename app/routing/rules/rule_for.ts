import type { Catalogue, Subject, Topic } from '#organisation'
import { placeOf } from './place_of.ts'

/** What rules ask of a petition. */
export interface Asked {
  kind: string
  urgency: string
  place: string | null
}

/**
 * The rule that speaks for a petition, with what is known or proposed of its subject. The one that fits
 * first speaks, and no other: whose unit may not get it (complained about, gave it back), says nothing.
 */
export function ruleFor(asked: Asked, subject: Subject | null | undefined, catalogue: Catalogue) {
  const { routing } = catalogue
  return routing.speaking.length > 0 ? routing.ruleFor(topicOf(asked, subject, catalogue)) : null
}

export function topicOf(
  { kind, urgency, place }: Asked,
  subject: Pick<Subject, 'id'> | null | undefined,
  catalogue: Catalogue
): Topic {
  return { kind, urgency, subject: subject?.id ?? null, place: placeOf(place, catalogue) }
}
