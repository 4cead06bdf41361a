import type { Catalogue } from '#organisation'
import { OPEN_STAGES } from '../stages.ts'
import { isPublic, JOINABLE_KINDS } from './topic.ts'

/** Persons of one petition: each is told when it is concluded. */
export const MOST_JOINED = 100

/** Whether it may be joined still: as it stands now, and not as it stood when it was offered. */
export function mayBeJoined(petition: Standing, { authority, tree }: Catalogue) {
  const { subjectId, circle, complainedUnitId, kind, stage, joined } = petition
  const subject = subjectId && tree.subject(subjectId)
  // What was merged into a public one is told under that one.
  const counted = subject && tree.subject(tree.countedAs(subject.id))
  return (
    petition.authorityId === authority.id &&
    Boolean(counted && isPublic(counted) && !subject.sensitive) &&
    circle === 'house' &&
    complainedUnitId === null &&
    joined < MOST_JOINED &&
    petition.urgency !== 'atOnce' &&
    JOINABLE_KINDS.includes(kind) &&
    OPEN_STAGES.some((one) => one === stage)
  )
}

interface Standing {
  authorityId: number
  subjectId: number | null
  circle: string
  complainedUnitId: number | null
  kind: string
  stage: string
  urgency: string
  joined: number
}
