import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { DateTime } from 'luxon'
import { Catalogue, type Officer } from '#organisation'
import type { Period } from '#shared/dates/period'
import { moment, type Stored } from '#shared/dates/stored'
import { Day, daysBetween, today } from '#shared/dates/turkish_date'
import { Charge } from '../charge.ts'
import { OPEN_STAGES, type Outcome, type Stage } from '../stages.ts'
import { union } from '#shared/database/union'
import {
  desksOf,
  findableByPetitioner,
  hidesPetitioner,
  readableBy,
  type Circle,
  type Desk,
} from '../visibility.ts'

/** Which petitions a list holds. All given conditions hold together; days are whole days. */
export interface ListFilter {
  desk?: Desk
  stages?: readonly Stage[]
  /** in charge; null: no unit */
  unitId?: number | null
  subjectId?: number
  outcome?: Outcome
  number?: string
  /** blind indexes of the petitioner */
  nationalIdIndex?: string
  phoneIndex?: string
  dueBefore?: DateTime
  dueOn?: DateTime
  receivedIn?: Period
  concluded?: boolean
  concludedIn?: Period
}

/** One line of a list. */
export type PetitionRow = ReturnType<typeof asRow>

/** What the database gives of a petition for a list: plain rows, no models. */
interface Found {
  id: number
  number: string
  stage: Stage
  kind: string
  outcome: Outcome | null
  due_on: Stored
  received_at: Stored
  unit_since: Stored
  unit_id: number
  subject_id: number | null
  complained_unit_id: number | null
  desk: Desk
  circle: Circle
  first_line: string
  place: string | null
  name: string | null
  returns: number
}

const PAGE = 30
/** Counts above this are shown as «50+»: a count must not read a table to its end. */
const COUNTED = 50
/** From the office's screens: the first line says what it is about. */
const FIRST_LINE = 120

/**
 * Lists of petitions as officers see them: a page at a time, by keyset. By last day, one small
 * index range a desk and stage; without stages by entry, newest first. The cost of a page does not grow
 * with the number of petitions.
 */
export const PetitionList = {
  /** A page, and the cursor of the next one (null at the end). */
  page(officer: Officer, filter: ListFilter, after?: string | null) {
    return this.anyOf(officer, [filter], after)
  },

  /** A page of what one filter or another holds; all of them are in the same order. */
  async anyOf(officer: Officer, filters: ListFilter[], after?: string | null) {
    const [filter] = filters
    if (!filter) return { rows: [], next: null }
    const found = await pageQuery(officer, filters, Cursor.parse(after))
    const rows = (found as Found[]).slice(0, PAGE)
    const last = found.length > PAGE ? rows.at(-1) : undefined
    const catalogue = await Catalogue.of(officer.authorityId)
    const now = today()
    return {
      rows: rows.map((row) => asRow(row, { catalogue, officer, now })),
      next: last ? Cursor.after(last, filter) : null,
    }
  },

  /** How many each filter holds, up to 50, in one statement. */
  async counts(officer: Officer, filters: ListFilter[]) {
    const counted = filters.map((filter, at) =>
      conditions(officer, filter)
        .select(db.raw(`${at} as filter`))
        .limit(COUNTED + 1)
    )
    const rows = await union(counted)
    return filters.map((_, at) => {
      const total = rows.filter((row) => Number(row.filter) === at).length
      return { count: Math.min(total, COUNTED), more: total > COUNTED }
    })
  },
}

/**
 * The ids of a page come from one small index range for each desk and stage, merged; only then
 * are the rows themselves read.
 */
function pageQuery(officer: Officer, filters: ListFilter[], after: Cursor | null) {
  const [filter] = filters as [ListFilter]
  const ranges = filters.flatMap((one) =>
    (one.stages ?? [undefined]).map((stage) => ({ ...one, stages: stage && [stage] }))
  )
  const desks = filter.desk ? [filter.desk] : desksOf(officer)
  const seen = ranges.flatMap((range) => desks.map((desk) => ({ ...range, desk })))
  const parts = seen.map((range) => {
    const part = conditions(officer, range)
    after?.apply(part)
    return order(part, filter)
      .select('petitions.id')
      .limit(PAGE + 1)
  })
  const page = db
    .from(union(parts).as('page'))
    .join('petitions', 'petitions.id', 'page.id')
    .leftJoin('petitioners', 'petitioners.petition_id', 'petitions.id')
    .select(COLUMNS)
    .select(db.raw(`substr(petitions.text, 1, ${FIRST_LINE}) as first_line`))
    .limit(PAGE + 1)
  return order(page, filter)
}

const COLUMNS = [
  ...['id', 'number', 'stage', 'kind', 'outcome', 'due_on', 'received_at', 'unit_since', 'unit_id'],
  ...['subject_id', 'complained_unit_id', 'desk', 'circle', 'place', 'returns'],
]
  .map((column) => `petitions.${column}`)
  .concat('petitioners.name')

/**
 * A list by stages has a range for each. MariaDB sometimes takes the desk's entries in the order of
 * their ids instead, all of them, concluded ones too: 26,094 rows for one queue, measured among 29,000.
 * Or it first reads all ids of what complains about no unit, to filter by: 21,936 among 21,500.
 */
function petitions({ stages }: ListFilter) {
  const query = db.from('petitions')
  if (stages && db.connection().dialect.name === 'mysql') {
    query.knexQuery.from(db.knexRawQuery(`petitions ignore index (${MISLEADING.join(', ')})`))
  }
  return query
}

const MISLEADING = ['petitions_authority_id_desk_id_index', 'petitions_complained_unit_id_index']

function conditions(officer: Officer, filter: ListFilter) {
  const query = readableBy(petitions(filter), officer, filter.desk)
  const { stages } = filter
  if (stages) query.whereIn('petitions.stage', [...stages])
  if (filter.unitId !== undefined) Charge.ofUnit(query, filter.unitId)
  if (filter.subjectId) query.where('petitions.subject_id', filter.subjectId)
  if (filter.outcome) query.where('petitions.outcome', filter.outcome)
  if (filter.number) query.where('petitions.number', filter.number)
  if (filter.dueOn) query.where('petitions.due_on', day(filter.dueOn))
  if (filter.dueBefore) query.where('petitions.due_on', '<', day(filter.dueBefore))
  filter.receivedIn?.narrow(query, 'petitions.received_at')
  filter.concludedIn?.narrow(query, 'petitions.concluded_at')
  if (filter.concluded) query.whereNotNull('petitions.concluded_at')
  if (filter.nationalIdIndex || filter.phoneIndex) findableByPetitioner(query, officer)
  if (filter.nationalIdIndex) {
    query.whereIn('petitions.id', ofPetitioner('national_id_index', filter.nationalIdIndex))
  }
  if (filter.phoneIndex) {
    query.whereIn('petitions.id', ofPetitioner('phone_index', filter.phoneIndex))
  }
  return query
}

function ofPetitioner(index: string, value: string) {
  return db.from('petitioners').where(index, value).select('petition_id')
}

function order(query: DatabaseQueryBuilderContract, { stages }: ListFilter) {
  return stages
    ? query.orderBy('petitions.due_on').orderBy('petitions.id')
    : query.orderBy('petitions.id', 'desc')
}

/** Where a page ended: by last day and id, or by id alone. Written so that the index can seek. */
class Cursor {
  private constructor(
    private readonly id: number,
    private readonly dueOn?: string
  ) {}

  static after(row: Found, { stages }: ListFilter) {
    return stages ? `${day(asDay(row.due_on))}_${row.id}` : String(row.id)
  }

  static parse(text: string | null | undefined) {
    const [, dueOn, id] = /^(?:([\d-]+)_)?(\d{1,10})$/.exec(text ?? '') ?? []
    if (!id || (dueOn && !Day.parse(dueOn))) return null
    return new Cursor(Number(id), dueOn)
  }

  apply(query: DatabaseQueryBuilderContract) {
    const { id, dueOn } = this
    if (!dueOn) return query.where('petitions.id', '<', id)
    return query
      .where('petitions.due_on', '>=', dueOn)
      .where((rest) => rest.where('petitions.due_on', '>', dueOn).orWhere('petitions.id', '>', id))
  }
}

interface Reading {
  catalogue: Catalogue
  officer: Officer
  /** today in Türkiye */
  now: DateTime
}

function asRow(row: Found, { catalogue, officer, now }: Reading) {
  const dueOn = asDay(row.due_on)
  const days = daysBetween(now, dueOn)
  return {
    number: row.number,
    stage: row.stage,
    kind: row.kind,
    outcome: row.outcome,
    dueOn,
    dueState: dueState(row.stage, days),
    days,
    subject: catalogue.subject(row.subject_id)?.nameIn(officer.locale) ?? null,
    firstLine: row.first_line.split('\n')[0]!.trim(),
    place: row.place,
    name: hidesPetitioner(row.kind, officer) ? null : row.name,
    unit: new Charge({ unitId: row.unit_id, desk: row.desk }, catalogue).holder.shortName,
    since: moment(row.unit_since),
    receivedAt: moment(row.received_at),
    returns: row.returns,
    complained: row.complained_unit_id !== null,
    restricted: row.circle !== 'house',
  }
}

/** How pressing the last day is, as screens colour and word it. */
export function dueState(stage: Stage, days: number) {
  if (!OPEN_STAGES.includes(stage)) return 'done'
  if (days < 0) return 'late'
  if (days === 0) return 'today'
  return days <= 2 ? 'soon' : 'later'
}

const day = (date: DateTime) => date.toISODate()!
const asDay = (value: Stored) => moment(value).startOf('day')
