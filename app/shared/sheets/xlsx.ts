import { Worker } from 'node:worker_threads'
import writeXlsxFile from 'write-excel-file/node'
import { guarded } from './guarded.ts'
import { unreadable, type Table } from './table.ts'
import { refuseBomb } from './zip.ts'

/**
 * A sheet says by two letters how wide it is, and is laid out whole in memory: one cell in the last
 * corner is seventeen thousand million. So it is read where memory and time have an end of their own.
 */
const MOST = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 }
/** Milliseconds. */
const LONGEST = 15_000

const READING = `
const { parentPort, workerData } = require('node:worker_threads')
import(workerData.reader)
  .then(({ readSheet }) => readSheet(Buffer.from(workerData.file)))
  .then((rows) => parentPort.postMessage({ rows }))
  .catch(() => parentPort.postMessage({}))
`

type Cell = string | number | boolean | Date | null

/** The first sheet of a workbook. @throws Refusal */
export async function readXlsx(file: Buffer): Promise<Table> {
  await refuseBomb(file)
  const rows = await rowsOf(file)
  if (!rows) throw unreadable('workbook')
  return rows.map((row) => row.map(textOf))
}

function rowsOf(file: Buffer) {
  const { promise, resolve } = Promise.withResolvers<Cell[][] | undefined>()
  const workerData = { file, reader: import.meta.resolve('read-excel-file/node') }
  const worker = new Worker(READING, { eval: true, workerData, resourceLimits: MOST, execArgv: [] })
  const late = setTimeout(() => resolve(undefined), LONGEST)
  worker
    .once('message', ({ rows }: { rows?: Cell[][] }) => resolve(rows))
    .once('error', () => resolve(undefined))
    .once('exit', () => resolve(undefined))
  return promise.finally(() => {
    clearTimeout(late)
    return worker.terminate()
  })
}

/** As somebody would have typed it. */
function textOf(cell: Cell) {
  if (cell instanceof Date) {
    return `${cell.getUTCDate()}.${cell.getUTCMonth() + 1}.${cell.getUTCFullYear()}`
  }
  if (typeof cell === 'boolean') return cell ? 'Evet' : 'Hayır'
  return cell === null ? '' : String(cell)
}

/** Every cell as a text, or Excel would make numbers of telephones. */
export function writeXlsx(table: Table) {
  const cells = table.map((line, at) =>
    line.map((text) => ({
      value: guarded(text),
      type: String,
      ...(at === 0 && { fontWeight: 'bold' as const }),
    }))
  )
  const columns = (table[0] ?? []).map(() => ({ width: 24 }))
  return writeXlsxFile(cells, { columns, stickyRowsCount: 1 }).toBuffer()
}
