import type { Petition } from '#intake'
import type { Catalogue } from '#organisation'
import { Names } from '../names.ts'
import type { readFor } from './read_for.ts'

/** The names of all that a card names: a new part adds its officers and units here. */
export function namesOn(
  { answer, returns, handovers, questions, past, letter }: Awaited<ReturnType<typeof readFor>>,
  petition: Petition,
  catalogue: Catalogue
) {
  const { steps, contacts, versions } = past
  const acted = [...steps, ...returns, ...contacts, ...versions, ...handovers]
  const absent = letter ? [...steps, letter] : steps
  const officers = [
    ...acted.map(({ officerId }) => officerId),
    ...[petition.receivedBy, petition.complainedOfficerId],
    ...[answer?.draftedBy, answer?.submittedBy],
    ...[petition.assigneeId, petition.partnerId],
    ...questions.flatMap(({ askedBy, endedBy }) => [askedBy, endedBy]),
    ...absent.flatMap(({ officerId, actedFor }) => (actedFor ? [officerId, actedFor] : [])),
  ]
  const units = [...steps.map(({ unitId }) => unitId), petition.complainedUnitId]
  return Names.of(officers, units, catalogue)
}
