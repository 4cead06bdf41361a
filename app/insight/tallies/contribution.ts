import { aboutOf, type Outcome, type Standing } from '#intake'
import type { Stored } from '#shared/dates/stored'
import { dayNumber, mondayOf } from './days.ts'
import { NOW, type Cell } from './tallies.ts'

/** What a petition was from the start. */
export interface Facts {
  authorityId: number
  desk: Standing['desk']
  complainedUnitId: number | null
  /** of whom besides, as `shieldOf` says it */
  shield: string
  subjectId: number | null
  receivedAt: Stored
}

/** As what it counts: now, or when it was counted last. */
export interface Counting {
  /** its steps so far */
  position: number
  unitId: number
  circle: Standing['circle']
  /** ISO; null when it is not open */
  dueOn: string | null
}

/** A step that ended it. */
export interface Ending {
  position: number
  unitId: number | null
  outcome: Outcome
  takenAt: Stored
}

/** All that one petition adds to the tallies of this week, of those after `since`, and to what is open. */
export function contribution(
  facts: Facts,
  counting: Counting,
  endings: readonly Ending[],
  since: string
): Cell[] {
  const { authorityId } = facts
  const group = groupOf(facts, counting)
  const cells: Cell[] = []
  const note = (week: string, cell: Pick<Cell, 'sort' | 'unitId' | 'what'>) => {
    if (week >= since) cells.push({ authorityId, week, group, ...cell })
  }
  if (counting.dueOn) note(NOW, { sort: 'open', unitId: counting.unitId, what: counting.dueOn })
  if (facts.subjectId) {
    const what = String(facts.subjectId)
    note(mondayOf(facts.receivedAt), { sort: 'received', unitId: 0, what })
  }
  for (const { position, unitId, outcome, takenAt } of endings) {
    if (position > counting.position) continue
    const days = dayNumber(takenAt) - dayNumber(facts.receivedAt)
    // What was forwarded is the bureau's letter, not the outside body's: `Step.senderOf`.
    const sender = outcome === 'forwarded' ? 0 : (unitId ?? 0)
    note(mondayOf(takenAt), { sort: 'concluded', unitId: sender, what: `${outcome}.${days}` })
  }
  return cells
}

/** Those who are seen by the same officers. Who is in charge matters of what is restricted alone. */
export function groupOf(
  { desk, complainedUnitId, shield }: Pick<Facts, 'desk' | 'complainedUnitId' | 'shield'>,
  { circle, unitId }: Pick<Counting, 'circle' | 'unitId'>
) {
  const parts = [desk, circle, complainedUnitId ?? '', circle === 'house' ? '' : unitId]
  return [...parts, ...(shield ? [shield] : [])].join('.')
}

export function standingOf(authorityId: number, group: string): Standing {
  const [desk, circle, complained, unitId, shield] = group.split('.')
  return {
    authorityId,
    desk: desk as Standing['desk'],
    circle: circle as Standing['circle'],
    ...aboutOf(Number(complained) || null, shield),
    unitId: Number(unitId),
  }
}
