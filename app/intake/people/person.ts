import { blindIndex } from '#shared/keys'
import { sealedColumn } from '#shared/sealed'
import type { ToldPerson as Role } from '../brought/words.ts'
import type { By } from './sought.ts'

/** What a petition kept of whoever brought it, or spoke for them. */
export interface Brought {
  petition_id: number
  role: Role
  name: string | null
  /** sealed */
  address: string | null
  name_index: string | null
  phone_index: string | null
  national_id_index: string | null
}

/** Somebody who has come before, as far as can be told apart; what was stored of them is not said. */
export interface Person {
  /** names the line on this officer's page and says nothing by itself */
  mark: string
  /** for themselves, or on behalf of others */
  role: Role
  initials: string
  /** their petitions, the newest first */
  ids: number[]
  address: string | null
}

/**
 * One line for each who may be another person. By telephone or number those of another name are; who
 * bears one name is told apart by number, or else by telephone, and of whom neither is known is alone.
 * What somebody brought for others is a line beside what was their own.
 */
export function apart(rows: readonly Brought[], by: By, officerId: number): Person[] {
  const groups = Map.groupBy(rows, (row) => `${row.role} ${nameOf(row)}`)
  const lines = [...groups.values()].flatMap((alike) => {
    const ids = new Set(alike.map((row) => row.national_id_index).filter(Boolean))
    if (by !== 'name' && ids.size <= 1) return [alike]
    return [...Map.groupBy(alike, (row) => nearest(row)).values()]
  })
  return lines.map(([newest, ...others]) => ({
    mark: markOf(newest!, officerId),
    role: newest!.role,
    initials: initialsOf(newest!.name),
    ids: [newest!, ...others].map((row) => row.petition_id),
    address: sealedColumn.consume(newest!.address),
  }))
}

function markOf({ petition_id: id, role }: Brought, officerId: number) {
  return blindIndex('person-line', `${officerId}:${id}:${role}`).slice(0, 16)
}

function nameOf({ name_index: index, petition_id: id }: Brought) {
  return index ?? `of ${id}`
}

function nearest(row: Brought) {
  return row.national_id_index ?? row.phone_index ?? `of ${row.petition_id}`
}

/** Ayşe Deneme: A. D. */
export function initialsOf(name: string | null) {
  const words = (name ?? '').match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  return words.map((word) => `${[...word][0]!.toLocaleUpperCase('tr')}.`).join(' ')
}
