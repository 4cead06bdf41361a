import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import type { Period } from '#shared/dates/period'
import { Charge } from '../charge.ts'
import type { Clue } from '../search/asking/clue.ts'
import { type Outcome, type Stage } from '../stages.ts'
import { findableByPetitioner } from '../tip_offs.ts'
import { foundThrough, readableBy, type Where } from '../visibility.ts'
import type { ChosenOrder } from './orders.ts'
import { inPlace } from './place.ts'

/** Which petitions a list holds. All given conditions hold together; days are whole days. */
export interface ListFilter extends Where {
  stages?: readonly Stage[]
  /** in charge; null: no unit */
  unitId?: number | null
  /** in whose hands it is; this and the next two with `unitId` */
  assigneeId?: number
  /** the same, or who shares the work */
  inHandsOf?: number
  /** in nobody's hands */
  isFree?: true
  /** any of them */
  subjectIds?: readonly number[]
  /** a quarter or village, with whatever street stands behind it */
  place?: string
  /** of the open work of desks: another order than urgency and last day */
  order?: ChosenOrder
  outcome?: Outcome
  number?: string
  /** blind indexes of the petitioner */
  nationalIdIndex?: string
  phoneIndex?: string
  /** of the whole name, at authorities of which the reader sees all */
  nameIndex?: string
  /** all of them, each by any of its terms: found by the postings through which it goes */
  clues?: readonly Clue[]
  /** in the register of the office's own documents, as `PaperNumber` compares it */
  paperKey?: string
  dueBefore?: DateTime
  dueOn?: DateTime
  receivedIn?: Period
  concluded?: boolean
  concludedIn?: Period
}

/** Whether this officer can find anything by it: some conditions never hold together. */
export function canHold(officer: Officer, filter: ListFilter) {
  const { desks, unitId } = foundThrough(officer, filter)
  if ((desks.length === 0 && !unitId) || filter.unitId === null) return false
  const { stages, concluded, concludedIn, outcome, receivedIn, dueOn, dueBefore } = filter
  const isEnded = Boolean(concluded || concludedIn || outcome)
  if (isEnded && stages?.every((stage) => stage !== 'concluded')) return false
  if (dueOn && dueBefore && dueOn >= dueBefore) return false
  // Nothing ends before it began.
  return !(concludedIn && receivedIn && concludedIn.before <= receivedIn.from)
}

/**
 * Narrows a query that knows `petitions` to what it holds and this officer may see. Whose petitions
 * a search is for is said by the range of `petitioners` through which it goes.
 *
 * @param readers the query goes through the unit's rows of `petition_readers`
 */
export function narrow(
  query: DatabaseQueryBuilderContract,
  officer: Officer,
  filter: ListFilter,
  readers = false
) {
  const { desk, authorityId, stages, dueOn, dueBefore } = filter
  readableBy(query, officer, { desk, authorityId, readers })
  if (stages) query.whereIn('petitions.stage', [...stages])
  if (filter.unitId !== undefined) Charge.ofUnit(query, filter.unitId)
  const { assigneeId, inHandsOf } = filter
  if (assigneeId) query.where('petitions.assignee_id', assigneeId)
  if (inHandsOf) {
    query.where((one) => {
      one.where('petitions.assignee_id', inHandsOf).orWhere('petitions.partner_id', inHandsOf)
    })
  }
  if (filter.isFree) query.whereNull('petitions.assignee_id')
  if (filter.subjectIds) query.whereIn('petitions.subject_id', [...filter.subjectIds])
  if (filter.place) inPlace(query, 'petitions.place_order', filter.place)
  if (filter.outcome) query.where('petitions.outcome', filter.outcome)
  if (dueOn) query.where('petitions.due_on', dueOn.toISODate()!)
  if (dueBefore) query.where('petitions.due_on', '<', dueBefore.toISODate()!)
  filter.receivedIn?.narrow(query, 'petitions.received_at')
  filter.concludedIn?.narrow(query, 'petitions.concluded_at')
  if (filter.concluded) query.whereNotNull('petitions.concluded_at')
  // Of a tip-off's document the office's own register says who brought it.
  const { nationalIdIndex, phoneIndex, nameIndex, paperKey } = filter
  if (nationalIdIndex || phoneIndex || nameIndex || paperKey) {
    findableByPetitioner(query, officer)
  }
  return query
}

/**
 * A petition has one stage: stages that stand in the same filters are counted once for all of them, and
 * a filter of all stages is the sum of the others.
 */
export function sharesOf(filter: ListFilter, all: readonly ListFilter[]): ListFilter[] {
  if (!filter.stages) return [filter]
  const rest = named({ ...filter, stages: [] })
  const alike = all.filter((one) => one.stages && named({ ...one, stages: [] }) === rest)
  const shares = Map.groupBy(filter.stages.toSorted(), (stage) =>
    alike.map(({ stages }) => Number(stages!.includes(stage))).join('')
  )
  return [...shares.values()].map((stages) => ({ ...filter, stages }))
}

/** The same words for the same conditions. */
export function named(filter: ListFilter) {
  return JSON.stringify(Object.entries(filter).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
