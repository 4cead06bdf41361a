import type { SubjectTree } from '../subjects/tree.ts'

/** What a rule asks of a petition; null: whatever it is. */
export interface Conditions {
  headingId: number | null
  subjectId: number | null
  neighbourhoodId: number | null
  placeKind: string | null
  kind: string | null
  urgency: string | null
}

/** What of a petition rules ask about; null where it is not known. */
export interface Topic {
  subject: number | null
  place: { id: number; kind: string } | null
  kind: string
  urgency: string
}

/** What a rule asks, one thing after the other. */
export const DIMENSIONS = ['subject', 'place', 'kind', 'urgency'] as const
type Dimension = (typeof DIMENSIONS)[number]

type Admits = { [D in Dimension]: (one: Conditions, is: Topic[D], tree: SubjectTree) => boolean }

/** Whether a rule lets pass what stands there; merged subjects are one. */
export const ADMITS: Admits = {
  subject({ headingId, subjectId }, is, tree) {
    if (subjectId === null && headingId === null) return true
    if (is === null) return false
    const root = tree.countedAs(is)
    if (subjectId !== null) return tree.countedAs(subjectId) === root
    return tree.subject(root)?.headingId === headingId
  },
  place({ neighbourhoodId, placeKind }, is) {
    if (neighbourhoodId !== null) return is?.id === neighbourhoodId
    return placeKind === null || is?.kind === placeKind
  },
  kind: ({ kind }, is) => kind === null || kind === is,
  urgency: ({ urgency }, is) => urgency === null || urgency === is,
}

/** By which two rules that ask the same are known. */
export function keyOf(one: Conditions) {
  const { headingId, subjectId, neighbourhoodId, placeKind, kind, urgency } = one
  return [headingId, subjectId, neighbourhoodId, placeKind, kind, urgency].join(' ')
}

/** A rule that asks nothing would be the answer to everything. */
export function asksNothing(one: Conditions) {
  return keyOf(one).trim() === ''
}
