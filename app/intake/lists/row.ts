import type { DateTime } from 'luxon'
import type { Authority, Catalogue, Officer } from '#organisation'
import { read } from '#shared/database/read'
import type { Selection } from '#shared/database/union'
import { moment, type Stored } from '#shared/dates/stored'
import { daysBetween } from '#shared/dates/turkish_date'
import { Charge } from '../charge.ts'
import { OPEN_STAGES, type Outcome, type Stage } from '../stages.ts'
import type { Level } from '../urgency/level.ts'
import { hidesPetitioner } from '../tip_offs.ts'
import type { Said } from '../striking/said.ts'
import type { Circle, Desk } from '../visibility.ts'

/** One line of a list. */
export type PetitionRow = ReturnType<typeof rowOf>

/** What the database gives of a petition for a list: plain rows, no models. */
export interface Found {
  id: number
  authority_id: number
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
  came_from: number | null
  handbacks: number
  urgency: Level
  unread_by: string
  joined: number
  signatures: number
  version: number
  assignee_id: number | null
  partner_id: number | null
}

/** From the office's screens: the first line says what it is about. */
const FIRST = 120
const FIRST_LINE = `substr(petitions.text, 1, ${FIRST}) as first_line`

/** What a line of a list is made of: columns of `petitions` and of `petitioners`. */
const COLUMNS = [
  ...['id', 'authority_id', 'number', 'stage', 'kind', 'outcome', 'due_on', 'received_at'],
  ...['unit_since', 'unit_id', 'subject_id', 'complained_unit_id', 'desk', 'circle', 'place'],
  ...['returns', 'came_from', 'handbacks', 'urgency', 'unread_by', 'joined', 'signatures'],
  ...['version', 'assignee_id', 'partner_id'],
]
  .map((column) => `petitions.${column}`)
  .concat('petitioners.name', FIRST_LINE)

/**
 * The lines of so many petitions, in any order.
 *
 * @param holds selections that give 1 for what may be shown; one of them must
 */
export function linesOf(ids: number[], holds: Selection[]) {
  const sql = `select ${COLUMNS.join(', ')} from petitions
    left join petitioners on petitioners.petition_id = petitions.id
    where petitions.id in (${ids.map(() => '?').join(', ')})
    and 1 in (${holds.map((one) => `(${one.sql})`).join(', ')})`
  return read<Found>(sql, [...ids, ...holds.flatMap(({ bindings }) => bindings)])
}

interface Reading {
  /** of the authority where it lies */
  catalogue: Catalogue
  officer: Officer
  /** today in Türkiye */
  now: DateTime
  /** of the installation: which of them sent it here */
  authorities: readonly Authority[]
  /** what of it the officer reads */
  said: Said
}

export function rowOf(row: Found, { catalogue, officer, now, authorities, said }: Reading) {
  const dueOn = moment(row.due_on)
  const days = daysBetween(now, dueOn)
  const brought = { kind: row.kind, authorityId: row.authority_id }
  return {
    id: row.id,
    number: row.number,
    /** as it was when the page was made */
    version: row.version,
    authority: catalogue.authority.name,
    stage: row.stage,
    kind: row.kind,
    outcome: row.outcome,
    dueOn,
    dueState: dueState(row.stage, days),
    days,
    subject: catalogue.subject(row.subject_id)?.nameIn(officer.locale) ?? null,
    firstLine: said.text?.slice(0, FIRST).split('\n')[0]!.trim() ?? null,
    place: said.place,
    name: hidesPetitioner(brought, officer) ? null : row.name,
    unit: new Charge({ unitId: row.unit_id, desk: row.desk }, catalogue).holder.shortName,
    since: moment(row.unit_since),
    receivedAt: moment(row.received_at),
    returns: row.returns,
    urgency: row.urgency,
    /** something was added that nobody has read, or a question was not answered and nobody went on since */
    unread: row.unread_by !== 'nobody' && row.unread_by !== 'unanswered',
    unanswered: row.unread_by === 'unanswered',
    joined: row.joined,
    /** of how many persons together; 0: of one */
    signatures: row.signatures,
    cameFrom: authorities.find(({ id }) => id === row.came_from)?.name ?? null,
    handbacks: row.handbacks,
    complained: row.complained_unit_id !== null,
    restricted: row.circle !== 'house',
    /** in whose hands it is at its unit, and who shares the work */
    assigneeId: row.assignee_id,
    partnerId: row.partner_id,
  }
}

/** How pressing the last day is, as screens colour and word it. */
export function dueState(stage: Stage, days: number) {
  if (stage === 'withdrawn' || stage === 'merged') return stage
  if (!OPEN_STAGES.includes(stage)) return 'done'
  if (days < 0) return 'late'
  if (days === 0) return 'today'
  return days <= 2 ? 'soon' : 'later'
}
