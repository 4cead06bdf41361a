import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { longDate, today } from '#shared/dates/turkish_date'
import { Refusal } from '#shared/typed/problems'
import { writeUnchanged } from '../changes/amend.ts'
import { differing, noteChange, type Facts } from '../changes/change_log.ts'
import type { ChangeSort } from '../models/change.ts'
import { Holiday, type HolidayKind, type Portion } from '../models/holiday.ts'
import type { Officer } from '../models/officer.ts'
import type { Reach } from './reach.ts'

/** Days off as somebody enters them. */
export interface DaysOff {
  firstDay: DateTime
  /** that day too; the same where it is one */
  lastDay: DateTime
  portion: Portion
  name: string
  kind: HolidayKind
  /** the law or the circular */
  basis: string | null
  reach: Reach
}

/** Days that are entered at once, at most. */
const MOST = 31
/** Years from now. */
const BACK = 1
const AHEAD = 10

/** What is wrong with days off, or nothing. */
export function refuseDaysOff({ firstDay, lastDay, kind, reach }: DaysOff) {
  const values = { from: longDate(today().minus({ years: BACK })), most: MOST, ahead: AHEAD }
  const isTooOld = firstDay < today().minus({ years: BACK })
  if (isTooOld || lastDay > today().plus({ years: AHEAD })) {
    throw new Refusal({ field: 'firstDay', rule: 'far', values })
  }
  if (lastDay < firstDay) throw new Refusal({ field: 'lastDay', rule: 'before' })
  if (lastDay >= firstDay.plus({ days: MOST })) {
    throw new Refusal({ field: 'lastDay', rule: 'long', values })
  }
  if (kind === 'statutory' && reach !== 'nation') {
    throw new Refusal({ field: 'kind', rule: 'nation' })
  }
}

/** Each of the days. */
export function daysIn({ firstDay, lastDay }: Pick<DaysOff, 'firstDay' | 'lastDay'>) {
  const days: DateTime[] = []
  for (let day = firstDay; day <= lastDay; day = day.plus({ days: 1 })) days.push(day)
  return days
}

/** For whom it counts, as a row says it. */
export function reaching(reach: Reach, { authorityId }: Pick<Officer, 'authorityId'>) {
  return { authorityId: reach === 'nation' ? null : authorityId, forTree: reach === 'tree' }
}

/**
 * Enters them, each day a row; what is entered already, by a second press, stays as it is.
 *
 * @returns how many are new
 */
export async function enterDaysOff(off: DaysOff, officer: Officer, trx: TransactionClientContract) {
  refuseDaysOff(off)
  let entered = 0
  for (const day of daysIn(off)) {
    if (await isEntered(off, day, officer, trx)) continue
    const { portion, name, kind, basis, reach } = off
    const row = { portion, name, kind, basis, day, ...reaching(reach, officer), version: 1 }
    const holiday = await Holiday.create(row, { client: trx })
    await note(holiday, 'added', {}, officer, trx)
    entered += 1
  }
  return entered
}

/** @throws Overtaken */
export async function amendDayOff(
  holiday: Holiday,
  { lastDay: _, firstDay: day, reach, ...off }: DaysOff,
  seen: number,
  officer: Officer,
  trx: TransactionClientContract
) {
  refuseDaysOff({ ...off, reach, firstDay: day, lastDay: day })
  const was = factsOf(holiday)
  holiday.merge({ ...off, day, ...reaching(reach, officer) })
  await writeUnchanged(holiday, seen, trx)
  await note(holiday, 'amended', was, officer, trx)
}

/**
 * It counts no more for what is received from now on. No day that was promised comes back.
 *
 * @throws Overtaken
 */
export async function withdrawDayOff(
  holiday: Holiday,
  seen: number,
  officer: Officer,
  trx: TransactionClientContract
) {
  holiday.closedAt = DateTime.utc()
  await writeUnchanged(holiday, seen, trx)
  await note(holiday, 'closed', factsOf(holiday), officer, trx)
}

/** The day off with this id, if this officer keeps it; the country's are kept above all others. */
export async function dayOffOf(officer: Officer, mayNation: boolean, id: number) {
  const holiday = await Holiday.query().where('id', id).whereNull('closed_at').first()
  if (!holiday) return null
  const isOwn = holiday.authorityId === officer.authorityId
  return isOwn || (holiday.authorityId === null && mayNation) ? holiday : null
}

export function reachOf({ authorityId, forTree }: Pick<Holiday, 'authorityId' | 'forTree'>): Reach {
  if (authorityId === null) return 'nation'
  return forTree ? 'tree' : 'here'
}

function isEntered(
  { portion, name, reach }: DaysOff,
  day: DateTime,
  officer: Officer,
  trx: TransactionClientContract
) {
  const { authorityId } = reaching(reach, officer)
  const same = Holiday.query({ client: trx }).where({ day: day.toISODate()!, portion, name })
  if (authorityId === null) same.whereNull('authority_id')
  else same.where('authority_id', authorityId)
  return same.whereNull('closed_at').first()
}

function factsOf(holiday: Holiday): Facts {
  const { day, portion, name, kind, basis } = holiday
  return { day: longDate(day), name, kind, portion, basis, reach: reachOf(holiday) }
}

function note(
  holiday: Holiday,
  sort: ChangeSort,
  was: Facts,
  officer: Officer,
  trx: TransactionClientContract
) {
  const { id: thingId, name, day } = holiday
  const changed = { authorityId: officer.authorityId, thing: 'holiday' as const, thingId, sort }
  const fields = differing(was, factsOf(holiday))
  return noteChange({ ...changed, name: `${longDate(day)}, ${name}`, fields }, officer, trx)
}
