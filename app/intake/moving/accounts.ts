import type { DateTime } from 'luxon'
import { type Clock, DeadlineRule, type Kept, type Officer } from '#organisation'
import { type DayHeld, LastDay } from '../models/last_day.ts'
import type { PetitionRecord } from '../models/petition_record.ts'
import { Step } from '../models/step.ts'
import { hidesWords } from '../tip_offs.ts'
import { skipped, stoodIn } from './skipped.ts'

/** A last day that a step gave, as its row has it. */
type Row = Omit<DayHeld, 'reasonIn'> & Kept & { clock: Clock; stepId: number | null }
/** So many changes of one petition's days are told; nobody has moved one oftener. */
const MOST = 60
const CLOCKS = ['promise', 'legal'] as const
/** What moved a day, by its step; other steps say it in the row. */
const CAUSES: Record<string, string> = {
  ...{ reopened: 'reopened', extended: 'extended' },
  ...{ amended: 'amended', dayAmended: 'amended' },
  ...{ dayMoved: 'leave', legalDayMoved: 'leave', withdrawalUndone: 'leave' },
}

/** How a last day came about, in the words of when it was given. */
export interface Account {
  /** when it was known */
  since: DateTime
  /** what gave it: `received`, `leave`, or the row's own cause */
  cause: string
  /** what the days off were called, or why somebody moved it */
  note: string | null
  /** from which day it is counted; that one is day 0 */
  from: DateTime
  reason: string
  source: string
  /** days that were not counted, each with its name of then */
  skipped: ReturnType<typeof skipped>
  /** whether it stood for a fee, and not for a question */
  isForFee: boolean
  stood: ReturnType<typeof stoodIn>
  rolledFrom: DateTime | null
  on: DateTime
}

/**
 * Neden bu tarih: all days that a petition's clocks ever ended on, the newest first, from the rows that
 * say what was known when. Nothing is reckoned anew.
 */
export async function accountsOf(petition: PetitionRecord, officer: Officer, locale: string) {
  const rows = await rowsOf(petition)
  const rules = await DeadlineRule.known(rows.map(({ ruleId }) => ruleId))
  const steps = await stepsOf(petition, rows)
  const told = (row: Row): Account => {
    const step = steps.find(({ id, position }) =>
      row.stepId ? id === row.stepId : position === 1
    )!
    const cause = step.position === 1 ? 'received' : (CAUSES[step.kind] ?? row.cause ?? 'leave')
    return {
      since: step.takenAt,
      cause,
      note: noteOf(step, cause, hidesWords(petition, step.unitId, officer)),
      from: row.countedFrom ?? petition.receivedAt,
      reason: locale === 'tr' ? row.reason : row.reasonEn,
      source: rules.get(row.ruleId)?.source ?? '',
      isForFee: row.cause === 'feeAsked' || row.cause === 'feePaid',
      ...{ skipped: skipped(row), stood: stoodIn(row) },
      ...{ rolledFrom: row.rolledFrom, on: row.dueOn },
    }
  }
  return CLOCKS.map((clock) => ({
    clock,
    accounts: rows.filter((row) => row.clock === clock).map(told),
  }))
}

/** Of days off it is what they are called, of all else a unit's own words. */
function noteOf({ note, publicText }: Step, cause: string, isShut: boolean) {
  if (cause === 'received' || cause === 'amended') return null
  return isShut && cause !== 'leave' ? publicText : note
}

/** Those that gave them; the first one gave what is shared, which was known when it was written down. */
function stepsOf({ id }: PetitionRecord, rows: readonly Row[]) {
  const ids = rows.flatMap(({ stepId }) => stepId ?? [])
  const given = Step.query().where('petition_id', id)
  return given.where((one) => void one.where('position', 1).orWhereIn('id', ids))
}

/** Of a clock that no step moved its receipt has the row that it shares with others. */
async function rowsOf(petition: PetitionRecord): Promise<Row[]> {
  const held = await LastDay.of(petition)
  const found = await LastDay.query()
    .where('petition_id', petition.id)
    // Not by their ids alone: where hardly any are there, all of them would be read along that order.
    .orderBy('since', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
  const own = found as unknown as Row[]
  const shared = CLOCKS.filter((clock) => own.every((row) => row.clock !== clock))
  const first = shared.flatMap((clock) => {
    const day = held[clock]
    return day ? [{ ...asRow(day), clock, stepId: null }] : []
  })
  return [...own, ...first]
}

/** What petitions share never moved: it says nothing of a step. */
function asRow({ dueOn, ruleId, reason, reasonEn, rolledFrom, daysOff }: DayHeld) {
  const still = { cause: null, countedFrom: null, amount: null, counted: null, rolls: null }
  return { ...{ dueOn, ruleId, reason, reasonEn, rolledFrom, daysOff }, ...still, pauses: null }
}
