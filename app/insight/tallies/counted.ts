import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Charge, OPEN_STAGES, OUTCOMES, type Stage, type Standing } from '#intake'
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
  subject_id: number | null
  received_at: Stored
  concluded_at: Stored | null
  stage: Stage
  position: number
  unit_id: number
  circle: Standing['circle']
  due_on: Stored
  /** null, as the rest of it: it never was */
  counted_edition: number | null
  counted_position: number
  counted_unit_id: number
  counted_circle: Standing['circle']
  counted_due_on: Stored | null
}

/** A petition as it is now, beside that as what it was counted in this edition. */
interface Petition {
  id: number
  facts: Facts
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
  for (const { id, facts, now, before } of changed) {
    const own = endings.get(id) ?? []
    const was = before ? contribution(facts, before, own, since) : []
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
  const rows = changed.map(({ id, now }) => ({
    ...{ petition_id: id, edition, position: now.position },
    ...{ unit_id: now.unitId, circle: now.circle, due_on: now.dueOn },
  }))
  const insert = trx.insertQuery().table('counted_petitions').multiInsert(rows)
  await insert.knexQuery.onConflict('petition_id').merge()
}

async function found(ids: readonly number[], edition: number, trx: TransactionClientContract) {
  const counted = ['edition', 'position', 'unit_id', 'circle', 'due_on']
  const rows: Found[] = await trx
    .from('petitions')
    .leftJoin('counted_petitions as counted', 'counted.petition_id', 'petitions.id')
    .whereIn('petitions.id', [...ids])
    .select(Charge.column, ...COLUMNS.map((column) => `petitions.${column}`))
    .select(counted.map((column) => `counted.${column} as counted_${column}`))
  return rows.map((row) => petitionOf(row, edition))
}

const COLUMNS = [
  ...['id', 'authority_id', 'desk', 'complained_unit_id', 'subject_id', 'received_at'],
  ...['concluded_at', 'stage', 'position', 'circle', 'due_on'],
]

function petitionOf(row: Found, edition: number): Petition {
  const isOpen = OPEN_STAGES.includes(row.stage)
  return {
    id: row.id,
    facts: {
      authorityId: row.authority_id,
      desk: row.desk,
      complainedUnitId: row.complained_unit_id,
      subjectId: row.subject_id,
      receivedAt: row.received_at,
    },
    now: {
      position: row.position,
      unitId: row.unit_id,
      circle: row.circle,
      dueOn: isOpen ? dateOf(row.due_on) : null,
    },
    before: row.counted_edition === edition ? countedAs(row) : null,
    concludedAt: row.concluded_at,
  }
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
function mayHaveEnded({ facts, now, before, concludedAt }: Petition, weeks: Period) {
  if (before && groupOf(facts, now) !== groupOf(facts, before)) return true
  const steps = now.position - (before?.position ?? 0)
  if (concludedAt) return steps > 0 && mondayOf(concludedAt) >= mondayOf(stamp(weeks.from))
  return steps >= 2 && now.position >= 3
}
