import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bed } from './bed.ts'
import { SECRET } from './rows.ts'
import type { Table } from './table.ts'

const PART = 'logs of the whole run (trace)'

/** Every number of the training range in any form, every text, and the code that some of them held. */
const PLANTED: Record<string, RegExp> = {
  'telephone numbers': /90500\d{7}|0500[ \d]{7,10}/g,
  'texts': /başvurunuz|Başvurunuz|Takip kodu|26 \d{4} \d{4}/g,
  'codes': new RegExp(SECRET, 'g'),
}

/** What all processes said from the start to the end, Kannel's own excepted. */
export async function logs(bed: Bed, table: Table) {
  const files = readdirSync(bed.house.folder).filter((name) => name.endsWith('.log'))
  const said = files.map((name) => readFileSync(join(bed.house.folder, name), 'utf8'))
  table.note(PART, 'logs, lines', `${files.length}, ${said.join('').split('\n').length}`)
  for (const [what, pattern] of Object.entries(PLANTED)) {
    const found = said.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0)
    table.add(PART, what, String(found), '0', found === 0)
  }
}
