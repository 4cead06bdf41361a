import { Refusal } from '../typed/problems.ts'

/** Cells of a file, line by line, as they stand there; the first line says what is below it. */
export type Table = string[][]

/** Lines that a file may have: more of them are sent in two files. */
export const MOST_LINES = 5000
/** More than any list of the house has. */
const MOST_COLUMNS = 60

/** Why a file cannot be taken: which sentence says so. */
export function unreadable(rule: string, values?: Record<string, unknown>) {
  return new Refusal({ field: 'file', rule, ...(values && { values }) })
}

/** Without the empty lines at its end, and never longer than a list may be. @throws Refusal */
export function bounded(table: Table) {
  const end = table.findLastIndex((line) => line.some((cell) => cell.trim() !== '')) + 1
  const lines = table.slice(0, end)
  if (lines.length > MOST_LINES + 1) throw unreadable('lines', { most: MOST_LINES })
  if (lines.some(({ length }) => length > MOST_COLUMNS)) throw unreadable('wide')
  return lines
}
