import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Charge, OPEN_STAGES, OUTCOMES, shieldOf, type Stage, type Standing } from '#intake'
import type { Stored } from '#shared/dates/stored'
import { stamp } from '#shared/dates/stored'
import type { Period } from '#shared/dates/period'
import { contribution, groupOf, type Counting, type Ending, type Facts } from './contribution.ts'
import { dateOf, mondayOf } from './days.ts'
import { Tallies } from './tallies.ts'

interface Found {
  id: number
  authority_id: number
  desk: Standing['desk']
  complained_unit_id: number | null
  complained_officer_id: number | null
  complained_authority_id: number | null
  decider: string
  subject_id: number | null
  received_at: Stored
  concluded_at: Stored | null
  stage: Stage
  position: number
  unit_id: number
  circle: Standing['circle']
  due_on: Stored
  came_from: number | null
  /** null, as the rest of it: it never was */
  counted_edition: number | null
  counted_position: number
  counted_unit_id: number
  counted_circle: Standing['circle']
  counted_due_on: Stored | null
  /** null: as from the start */
  counted_desk: Standing['desk'] | null
  counted_complained_unit_id: number | null
  counted_shield: string
  counted_subject_id: number | null
}

/** It went to another authority; what it was before. */
interface HandedOver {
  petition_id: number
  position: number
  from_authority_id: number
  subject_id: number | null
  desk: Standing['desk']
}

/** A petition as it is now, beside that as what it was counted in this edition. */
interface Petition {
  id: number
  facts: Facts
  /** the same by when it was counted last: another authority may have had it */
  factsBefore: Facts
  now: Counting
  before: Counting | null
  concludedAt: Stored | null
}

/**
 * Notes what these petitions count now less what they were counted as. Whatever of it was counted
 * already comes to nothing: a petition may be given as often as one likes.
 *
 * @param weeks the first of them is the earliest that is still shown
 */
export async function difference(
  ids: readonly number[],
  edition: number,
  weeks: Period,
  tallies: Tallies,
  trx: TransactionClientContract
) {
  const petitions = await found(ids, edition, trx)
  const changed = petitions.filter(({ now, before }) => !before || isOther(now, before))
  const endings = await endingsOf(changed, weeks, trx)
  const since = mondayOf(stamp(weeks.from))
  for (const { id, facts, factsBefore, now, before } of changed) {
    const own = endings.get(id) ?? []
    const was = before ? contribution(factsBefore, before, own, since) : []
    for (const cell of was) tallies.add(cell, -1)
    for (const cell of contribution(facts, now, own, since)) tallies.add(cell, 1)
  }
  return changed
}

/** The worker's side of it: the difference is written, and as what each petition counts from now on. */
export async function count(
  ids: readonly number[],
  edition: number,
  weeks: Period,
  trx: TransactionClientContract
) {
  if (ids.length === 0) return
  const tallies = new Tallies()
  const changed = await difference(ids, edition, weeks, tallies, trx)
  await tallies.write(trx)
  if (changed.length === 0) return
  const rows = changed.map(({ id, facts, now }) => ({
    ...{ petition_id: id, edition, position: now.position, desk: facts.desk },
    ...{ complained_unit_id: facts.complainedUnitId, subject_id: facts.subjectId },
    shield: facts.shield,
    ...{ unit_id: now.unitId, circle: now.circle, due_on: now.dueOn },
  }))
  const insert = trx.insertQuery().table('counted_petitions').multiInsert(rows)
  await insert.knexQuery.onConflict('petition_id').merge()
}

async function found(ids: readonly number[], edition: number, trx: TransactionClientContract) {
  const counted = [
    ...['edition', 'position', 'unit_id', 'circle', 'due_on'],
    ...['desk', 'complained_unit_id', 'subject_id', 'shield'],
  ]
  const rows: Found[] = await trx
    .from('petitions')
    .leftJoin('counted_petitions as counted', 'counted.petition_id', 'petitions.id')
    .whereIn('petitions.id', [...ids])
    .select(Charge.column, ...COLUMNS.map((column) => `petitions.${column}`))
    .select(counted.map((column) => `counted.${column} as counted_${column}`))
  const handed = await handoversOf(rows, trx)
  return rows.map((row) => petitionOf(row, edition, handed.get(row.id) ?? []))
}

/** Of those that came from another authority: hardly any. */
async function handoversOf(rows: readonly Found[], trx: TransactionClientContract) {
  const ids = rows.filter(({ came_from: from }) => from !== null).map(({ id }) => id)
  if (ids.length === 0) return new Map<number, HandedOver[]>()
  const handovers: HandedOver[] = await trx
    .from('handovers')
    .whereIn('petition_id', ids)
    .orderBy('id')
    .select('petition_id', 'position', 'from_authority_id', 'subject_id', 'desk')
  return Map.groupBy(handovers, ({ petition_id: id }) => id)
}

const COLUMNS = [
  ...['id', 'authority_id', 'desk', 'complained_unit_id', 'subject_id', 'received_at'],
  ...['concluded_at', 'stage', 'position', 'circle', 'due_on', 'came_from'],
  ...['complained_officer_id', 'complained_authority_id', 'decider'],
]

function petitionOf(row: Found, edition: number, handed: readonly HandedOver[]): Petition {
  const isOpen = OPEN_STAGES.includes(row.stage)
  const before = row.counted_edition === edition ? countedAs(row) : null
  const facts = {
    authorityId: row.authority_id,
    desk: row.desk,
    complainedUnitId: row.complained_unit_id,
    shield: shieldOf({
      complainedOfficerId: row.complained_officer_id,
      complainedAuthorityId: row.complained_authority_id,
      decider: row.decider,
    }),
    subjectId: row.subject_id,
    receivedAt: row.received_at,
  }
  return {
    id: row.id,
    facts,
    factsBefore: before ? factsCounted(row, factsAt(before.position, facts, handed)) : facts,
    now: {
      position: row.position,
      unitId: row.unit_id,
      circle: row.circle,
      dueOn: isOpen ? dateOf(row.due_on) : null,
    },
    before,
    concludedAt: row.concluded_at,
  }
}

/** What it was by then: as the first handing over since found it. */
function factsAt(position: number, facts: Facts, handed: readonly HandedOver[]): Facts {
  const since = handed.find((one) => one.position > position)
  if (!since) return facts
  const { from_authority_id: authorityId, desk, subject_id: subjectId } = since
  return { ...facts, authorityId, desk, subjectId }
}

/** What can be corrected, as it was counted. */
function factsCounted(row: Found, facts: Facts): Facts {
  if (row.counted_desk === null) return facts
  const { counted_complained_unit_id: complainedUnitId, counted_subject_id: subjectId } = row
  const shield = row.counted_shield
  return { ...facts, desk: row.counted_desk, complainedUnitId, subjectId, shield }
}

function countedAs(row: Found): Counting {
  return {
    position: row.counted_position,
    unitId: row.counted_unit_id,
    circle: row.counted_circle,
    dueOn: row.counted_due_on && dateOf(row.counted_due_on),
  }
}

function isOther(now: Counting, before: Counting) {
  return (Object.keys(now) as (keyof Counting)[]).some((key) => now[key] !== before[key])
}

/** The steps of the weeks that are shown which ended these petitions, where there can be any. */
async function endingsOf(petitions: Petition[], weeks: Period, trx: TransactionClientContract) {
  const ids = petitions.filter((one) => mayHaveEnded(one, weeks)).map(({ id }) => id)
  if (ids.length === 0) return new Map<number, Ending[]>()
  const rows = await trx
    .from('steps')
    .whereIn('petition_id', ids)
    .whereIn('outcome', [...OUTCOMES])
    // A corrected answer ends nothing a second time.
    .whereNot('kind', 'answerReplaced')
    .where('taken_at', '>=', stamp(weeks.from))
    .select('petition_id', 'position', 'unit_id', 'outcome', 'taken_at')
  const endings = rows.map((row) => ({
    ...{ petitionId: row.petition_id as number, position: row.position as number },
    ...{ unitId: row.unit_id as number | null, outcome: row.outcome as Ending['outcome'] },
    takenAt: row.taken_at as Stored,
  }))
  return Map.groupBy(endings, ({ petitionId }) => petitionId)
}

/**
 * Of the million most are as they were, or ended long ago. What is open again was received, ended and
 * opened: three steps, two of them since it was counted.
 */
function mayHaveEnded({ facts, factsBefore, now, before, concludedAt }: Petition, weeks: Period) {
  if (before && groupOf(facts, now) !== groupOf(factsBefore, before)) return true
  const steps = now.position - (before?.position ?? 0)
  if (concludedAt) return steps > 0 && mondayOf(concludedAt) >= mondayOf(stamp(weeks.from))
  return steps >= 2 && now.position >= 3
}
