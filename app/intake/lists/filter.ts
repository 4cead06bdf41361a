import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import type { Period } from '#shared/dates/period'
import { Charge } from '../charge.ts'
import type { Outcome, Stage } from '../stages.ts'
import { findableByPetitioner, readableBy, type Desk } from '../visibility.ts'

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

/** The petitions that it holds and that this officer may see. */
export function petitionsOf(officer: Officer, filter: ListFilter) {
  const query = readableBy(petitions(filter), officer, filter.desk)
  const { stages } = filter
  if (stages) query.whereIn('petitions.stage', [...stages])
  if (filter.unitId !== undefined) Charge.ofUnit(query, filter.unitId)
  if (filter.subjectId) query.where('petitions.subject_id', filter.subjectId)
  if (filter.outcome) query.where('petitions.outcome', filter.outcome)
  if (filter.number) query.where('petitions.number', filter.number)
  if (filter.dueOn) query.where('petitions.due_on', filter.dueOn.toISODate()!)
  if (filter.dueBefore) query.where('petitions.due_on', '<', filter.dueBefore.toISODate()!)
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
