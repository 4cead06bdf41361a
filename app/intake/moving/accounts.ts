import type { DateTime } from 'luxon'
import { type Clock, DeadlineRule, type Kept } from '#organisation'
import { type DayHeld, LastDay } from '../models/last_day.ts'
import type { PetitionRecord } from '../models/petition_record.ts'
import { Step } from '../models/step.ts'
import { skipped, stoodIn } from './skipped.ts'

/** A last day that a step gave, as its row has it. */
type Row = Omit<DayHeld, 'reasonIn'> & Kept & { clock: Clock; stepId: number | null }
/** So many changes of one petition's days are told; nobody has moved one oftener. */
const MOST = 60
const CLOCKS = ['promise', 'legal'] as const
/** What moved a day, by its step; other steps say it in the row. */
const CAUSES: Record<string, string> = {
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
export async function accountsOf(petition: PetitionRecord, locale: string) {
  const rows = await rowsOf(petition)
  const rules = await DeadlineRule.known(rows.map(({ ruleId }) => ruleId))
  const steps = await stepsOf(rows)
  const told = (row: Row): Account => {
    const step = row.stepId === null ? undefined : steps.get(row.stepId)
    const isFirst = !step || step.position === 1
    return {
      since: isFirst ? petition.receivedAt : step.takenAt,
      cause: isFirst ? 'received' : (CAUSES[step.kind] ?? row.cause ?? 'leave'),
      note: isFirst || CAUSES[step.kind] === 'amended' ? null : step.note,
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

async function stepsOf(rows: readonly Row[]) {
  const ids = rows.flatMap(({ stepId }) => stepId ?? [])
  const found = ids.length > 0 ? await Step.query().whereIn('id', ids) : []
  return new Map(found.map((step) => [step.id, step]))
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
