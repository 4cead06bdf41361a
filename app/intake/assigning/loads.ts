import db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import { union } from '#shared/database/union'
import { moment, type Stored } from '#shared/dates/stored'
import { daysBetween, today } from '#shared/dates/turkish_date'
import { Charge } from '../charge.ts'
import type { Stage } from '../stages.ts'
import { readableBy } from '../visibility.ts'

/** Of one person so many are counted: a count must not read a table to its end. */
const COUNTED = 30

interface Row {
  assignee_id: number
  stage: Stage
  due_on: Stored
}

/** What of a unit is in somebody's hands, as its reader sees it; `more`: each figure is the least. */
export interface Load {
  approval: number
  open: number
  late: number
  /** ends by Sunday */
  week: number
  more: boolean
}

/** Of each of these, by id, in one statement: the first thirty that each has. */
export async function loadsOf(officer: Officer, unitId: number, ids: readonly number[]) {
  const rows: Row[] = ids.length > 0 ? await union(ids.map((id) => held(officer, unitId, id))) : []
  const by = Map.groupBy(rows, (row) => row.assignee_id)
  return new Map(ids.map((id) => [id, loadIn(by.get(id) ?? [])]))
}

function held(officer: Officer, unitId: number, id: number) {
  const query = db.from('petitions').where('petitions.assignee_id', id)
  Charge.ofUnit(query, unitId)
  return readableBy(query, officer)
    .select('petitions.assignee_id', 'petitions.stage', 'petitions.due_on')
    .limit(COUNTED + 1)
}

function loadIn(all: readonly Row[]): Load {
  const now = today()
  const left = now.endOf('week').startOf('day').diff(now, 'days').days
  const rows = all.slice(0, COUNTED)
  const days = rows.map((row) => daysBetween(now, moment(row.due_on)))
  const approval = rows.filter(({ stage }) => stage === 'awaitingApproval').length
  return {
    ...{ approval, open: rows.length - approval },
    late: days.filter((one) => one < 0).length,
    week: days.filter((one) => one >= 0 && one <= left).length,
    more: all.length > COUNTED,
  }
}
