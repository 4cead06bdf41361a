import type { Hands } from '../models/assignment.ts'
import { ANSWERING_STAGES, type Stage } from '../stages.ts'
import type { About } from '../visibility/about.ts'

const NOBODY: Hands = { assigneeId: null, partnerId: null }
const ABOUT = [
  'complainedUnitId',
  'complainedOfficerId',
  'complainedAuthorityId',
  'decider',
] as const

type Before = Hands & About & { unitId: number }

/**
 * What a step leaves of in whose hands a petition is: nothing once the unit's charge ends (it goes to
 * another unit or back to the desk, or is concluded; of a closed one: along.ts), nor once it is about somebody else, who may be that
 * very officer.
 */
export function handsAfter(
  before: Before,
  stage: Stage,
  changes: Partial<Before> = {}
): Partial<Hands> {
  const isInHands = Boolean(before.assigneeId ?? before.partnerId)
  if (!isInHands || 'assigneeId' in changes) return {}
  const { unitId = before.unitId } = changes
  const isHere = ANSWERING_STAGES.includes(stage) && unitId === before.unitId
  const isAboutOther = ABOUT.some((name) => name in changes && changes[name] !== before[name])
  return isHere && !isAboutOther ? {} : NOBODY
}
