import type { Officer } from '../models/officer.ts'
import { installation } from '../addresses/site.ts'
import type { ListInFile } from './list_in_file.ts'
import { HOLIDAYS } from './sorts/holidays.ts'
import { OFFICERS } from './sorts/officers.ts'
import { NEIGHBOURHOODS } from './sorts/neighbourhoods.ts'
import { RULES } from './sorts/rules.ts'
import { ROUTING_RULES } from './sorts/routing_rules.ts'
import { SUBJECTS } from './sorts/subjects.ts'
import { UNITS } from './sorts/units.ts'

/** What goes into a file and comes out of one, in the order in which an office is set up. */
const LISTS = {
  units: UNITS,
  officers: OFFICERS,
  subjects: SUBJECTS,
  neighbourhoods: NEIGHBOURHOODS,
  holidays: HOLIDAYS,
  rules: RULES,
  routing: ROUTING_RULES,
} satisfies Record<string, ListInFile>

export type ListName = keyof typeof LISTS

const LIST_NAMES = Object.keys(LISTS) as ListName[]

export function listOf(name: string): ListInFile {
  return LISTS[name as ListName]
}

/** Those that somebody keeps. */
export function listsFor(officer: Officer) {
  return LIST_NAMES.filter((name) => officer.can(listOf(name).permission))
}

/** The columns that concern somebody: one authority alone has no choice to make. */
export async function columnsFor(name: string, { authorityId }: Officer) {
  const hasBelow = (await installation()).below(authorityId).length > 0
  return listOf(name).columns.filter(({ ofTrees }) => hasBelow || !ofTrees)
}
