import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { guarded } from './guarded.ts'
import { MOST_LINES, unreadable, type Table } from './table.ts'

/** By which Turkish Excel knows UTF-8. */
const BOM = '\ufeff'
/** What Windows-1254 has no letter for: the file is in another encoding (DOS, ISO-8859-1 of a Mac …). */
const NO_LETTER = /[\0\u0080-\u009f]/
/** As Excel says which sign parts the cells. */
const SEPARATOR_LINE = /^sep=[;,]\r?\n/i

/** UTF-8, with a BOM or without, or Windows-1254; cells parted by ; or , @throws Refusal */
export function readCsv(bytes: Buffer): Table {
  const text = decoded(bytes).replace(SEPARATOR_LINE, '')
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      // One more than may be: that there are too many is said once they are counted.
      to: MOST_LINES + 2,
      max_record_size: LONGEST_LINE,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw unreadable('quotes', { line: Number(error.lines) || 1 })
  }
}

/** Characters. */
const LONGEST_LINE = 64 * 1024

/** As Turkish Excel opens it: parted by ; in UTF-8 with a BOM. */
export function writeCsv(table: Table) {
  const lines = table.map((line) => line.map(guarded))
  return Buffer.from(BOM + stringify(lines, { delimiter: ';', record_delimiter: 'windows' }))
}

function decoded(bytes: Buffer) {
  const text = asUtf8(bytes) ?? new TextDecoder('windows-1254').decode(bytes)
  if (NO_LETTER.test(text)) throw unreadable('encoding')
  return text
}

function asUtf8(bytes: Buffer) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Whichever of the two the first line has more of. */
function delimiterOf(text: string) {
  const [first = ''] = text.split('\n', 1)
  return first.split(',').length > first.split(';').length ? ',' : ';'
}
