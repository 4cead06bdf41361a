import { folded } from '#shared/folded_text'
import { oneLine, typedText } from '#shared/typed/typed_text'
import { isFormula, unguarded, unreadable, type Table } from '#shared/sheets/sheets'
import type { Words } from '#shared/typed/typed'
import type { Column, ListInFile } from './list_in_file.ts'

/** What one line of a file says, by the fields of its list. */
export interface Line {
  /** as a spreadsheet counts them */
  line: number
  words: Words
  /** fields in which a formula stands */
  formulas?: string[]
}

/**
 * The lines of a file below its first one, which names the columns, in any order and any case.
 *
 * @throws Refusal when columns are missing, twice or nobody's
 */
export function linesOf(table: Table, { columns }: ListInFile): Line[] {
  const [head = [], ...rows] = table
  const fields = fieldsOf(head, columns)
  return rows
    .map((cells, at) => lineOf(cells, fields, at + 2))
    .filter(({ words }) => Object.values(words).some((word) => word !== ''))
}

/** A file as it leaves the house. */
export function tableOf(rows: readonly Words[], columns: readonly Column[]): Table {
  return [
    columns.map(({ title }) => title),
    ...rows.map((words) => columns.map(({ field }) => words[field] ?? '')),
  ]
}

function fieldsOf(head: string[], columns: readonly Column[]) {
  const titles = head.map((cell) => oneLine(typedText(unguarded(cell))))
  const known = new Map(columns.map((column) => [folded(column.title), column.field]))
  const fields = titles.map((title) => known.get(folded(title)))
  const missing = columns.filter(({ field, optional }) => !optional && !fields.includes(field))
  const foreign = titles.filter((title, at) => title !== '' && !fields[at])
  if (missing.length > 0) {
    const stands = foreign.length > 0 ? { rule: 'columns', foreign } : { rule: 'columnsMissing' }
    throw unreadable(stands.rule, {
      missing: named(missing.map(({ title }) => title)),
      foreign: named(foreign),
    })
  }
  if (foreign.length > 0) throw unreadable('foreign', { foreign: named(foreign) })
  const twice = titles.find((_, at) => fields[at] && fields.indexOf(fields[at]) !== at)
  if (twice !== undefined) throw unreadable('columnTwice', { column: twice })
  return fields
}

/** A sentence says a few of them; a title is a word, not a page. */
function named(titles: string[]) {
  const few = titles.slice(0, 8).map((title) => title.slice(0, 40))
  return few.join(', ') + (titles.length > few.length ? ' …' : '')
}

function lineOf(cells: string[], fields: (string | undefined)[], line: number): Line {
  const at = fields.flatMap((field, place) => (field ? [{ field, cell: cells[place] ?? '' }] : []))
  const formulas = at.filter(({ cell }) => isFormula(cell.trimStart())).map(({ field }) => field)
  const words = Object.fromEntries(
    at.map(({ field, cell }) => [field, typedText(unguarded(cell.trimStart()))])
  )
  return { line, words, ...(formulas.length > 0 && { formulas }) }
}
