import { foundThrough } from '../../visibility.ts'
import type { Asked } from './known.ts'
import { Order } from '../order.ts'
import { Range, type Entrance } from './range.ts'

/**
 * By which ranges a list may be read: each driver alone holds all that the list does, in its order.
 * What a filter names is rarer than all that its reader sees, so that is read only where nothing is
 * named; of two that are named it shows on the way which is the rarer (scan.ts).
 */
export function driversOf(asked: Asked): Range[][] {
  const { filter, order } = asked
  if (order !== Order.due) return entrances(asked).map((driver) => driver.map(range))
  // By last day alone no index has several stages in order: each is a range of its own.
  const staged = ({ table, where }: Entrance) =>
    filter.stages!.map((stage) => range({ table, where: { ...where, stage } }))
  return entrances(asked).map((driver) => driver.flatMap(staged))

  function range(entrance: Entrance) {
    return new Range(asked, entrance)
  }
}

/** The ranges by which so many of a list are counted: in any order, all stages in one. */
export function countedBy(asked: Asked): Range[] {
  const { order, filter } = asked
  const stages = order === Order.due ? filter.stages : undefined
  return entrances(asked)[0]!.map((entrance) => new Range(asked, { ...entrance, stages }))
}

/** Each with each stage is a range of its own, and a page has no row for more of them. */
const MOST_SUBJECTS = 4

function entrances({ officer, filter, order }: Asked): Entrance[][] {
  const { number, nationalIdIndex, phoneIndex, subjectIds, outcome } = filter
  if (number) return [[petitions({ number })]]
  if (nationalIdIndex) return [[petitioners({ national_id_index: nationalIdIndex })]]
  if (phoneIndex) return [[petitioners({ phone_index: phoneIndex })]]

  const { authorityId } = officer
  const { desks, unitId } = foundThrough(officer, filter.desk)
  const named = [
    ...(filter.unitId ? [[petitions({ unit_id: filter.unitId })]] : []),
    ...(subjectIds && subjectIds.length <= MOST_SUBJECTS
      ? [subjectIds.map((id) => petitions({ subject_id: id }))]
      : []),
    ...(outcome && order === Order.concluded
      ? [[petitions({ authority_id: authorityId, outcome })]]
      : []),
  ]
  // What the reader's own unit is in charge of is less than what it may see.
  if (unitId && filter.unitId !== unitId) return [[readers(unitId)], ...named]
  if (named.length > 0) return named
  if (order === Order.concluded) return [[petitions({ authority_id: authorityId })]]
  return [desks.map((desk) => petitions({ authority_id: authorityId, desk }))]
}

function petitions(where: Entrance['where']): Entrance {
  return { table: 'petitions', where }
}

function petitioners(where: Entrance['where']): Entrance {
  return { table: 'petitioners', where }
}

function readers(unitId: number): Entrance {
  return { table: 'petition_readers', where: { unit_id: unitId, until: null } }
}
