import { readCsv, writeCsv } from './csv.ts'
import { bounded, unreadable, type Table } from './table.ts'
import { readXlsx, writeXlsx } from './xlsx.ts'

export { isFormula, unguarded } from './guarded.ts'
export { unreadable, type Table } from './table.ts'

/** Forms in which a list leaves the house. */
export const FORMATS = ['csv', 'xlsx'] as const
export type Format = (typeof FORMATS)[number]

export const TYPES: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The beginning of a ZIP, and of Excel's form of before 2007. */
const [ZIP, OLD] = [Buffer.from('PK\u0003\u0004'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0])]

/** What stands in a file of either form, whatever it is called. @throws Refusal */
export async function readSheet(file: Buffer): Promise<Table> {
  if (file.subarray(0, 4).equals(OLD)) throw unreadable('old')
  const table = file.subarray(0, 4).equals(ZIP) ? await readXlsx(file) : readCsv(file)
  const lines = bounded(table)
  if (lines.length < 2) throw unreadable('empty')
  return lines
}

export async function writeSheet(table: Table, format: Format): Promise<Buffer> {
  return format === 'csv' ? writeCsv(table) : writeXlsx(table)
}
