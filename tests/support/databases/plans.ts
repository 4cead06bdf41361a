import db from '@adonisjs/lucid/services/db'

/** A statement with its values. */
export interface Sent {
  sql: string
  bindings: unknown[]
}

/** Tables that stay as small as an authority is, whatever is brought to it. */
const SMALL = [
  ...['authorities', 'units', 'headings', 'subjects', 'officers', 'officer_roles', 'holidays'],
  ...[
    'deadline_rules',
    'reminder_rules',
    'routing_rules',
    'daily_rounds',
    'climbed_tallies',
    'privacy_notices',
    'gateway_leases',
    'gateway_reports',
  ],
  ...['daily_sendings', 'opening_hours', 'neighbourhoods', 'subject_questions', 'onlookers'],
  ...['ready_texts', 'message_templates'],
]

/** So many rows may be sorted, or found by their ids, in one statement. */
const SOME = 500

/** What of a statement's plan costs more the more there is; each in a few words. */
export async function sinsOf({ sql, bindings }: Sent): Promise<string[]> {
  if (!/^\s*(select|\(select|with)/i.test(sql) || !readsWhatGrows(sql)) return []
  if (db.connection().dialect.name === 'mysql') {
    // EXPLAIN does not know the limit of the first part of a union; ANALYZE does as the page did.
    const [steps] = await db.rawQuery(`analyze ${sql}`, bindings as string[])
    return (steps as MariaDbStep[]).flatMap(sinsOnMariaDb)
  }
  const steps = await db.rawQuery(`explain query plan ${sql}`, bindings as string[])
  return (steps as SqliteStep[]).flatMap((step) => sinsOnSqlite(step, steps))
}

interface MariaDbStep {
  select_type: string
  /** by its alias; in angles what another step gives */
  table: string | null
  type: string | null
  key: string | null
  rows: number | string | null
  r_rows: number | string | null
  /** percent of what was read that was given on */
  r_filtered: number | string | null
  Extra: string | null
}

function sinsOnMariaDb(step: MariaDbStep) {
  const { select_type: select, table, type, key, rows, Extra } = step
  if (!table || table.startsWith('<') || SMALL.includes(table)) return []
  const many = Number(rows) > SOME
  const sins: [string, boolean][] = [
    [`reads ${table} from end to end`, type === 'ALL' || type === 'index'],
    [`keeps a set of ${table} aside`, select === 'MATERIALIZED'],
    [
      `walks through ${table} by its ids`,
      key === 'PRIMARY' && type === 'range' && many && !isPiece(step),
    ],
    [`sorts ${table}`, many && /filesort|temporary/.test(Extra ?? '')],
  ]
  return sins.filter(([, is]) => is).map(([sin]) => sin)
}

/** So many by their ids, one after the other, and nothing is looked for among them. */
function isPiece({ r_rows: read, r_filtered: given }: MariaDbStep) {
  return read !== null && Number(read) <= SOME && Number(given) === 100
}

interface SqliteStep {
  id: number
  parent: number
  detail: string
}

/** One petition's own rows, or those with these ids. */
const FEW = /\((rowid|id|number|petition_id|message_id|answer_id|officer_id|step_id)=\?/

function sinsOnSqlite({ parent, detail }: SqliteStep, all: SqliteStep[]) {
  const [, scanned] = /^SCAN (\w+)/.exec(detail) ?? []
  if (scanned && isTable(scanned) && !SMALL.includes(scanned) && !isMade(scanned, all)) {
    return [`reads ${scanned} from end to end`]
  }
  if (!detail.startsWith('USE TEMP B-TREE')) return []
  const beside = all.filter((step) => step.parent === parent)
  const read = beside.filter((step) => /^(SEARCH|MULTI-INDEX)/.test(step.detail))
  // What comes first gives the number of rows; what is joined to it is found for each of them.
  const first = beside.find((step) => /^(SEARCH|SCAN|MULTI-INDEX)/.test(step.detail))
  const [, name] = /^SEARCH (\w+)/.exec(read[0]?.detail ?? '') ?? []
  const many = first && first === read[0] && !FEW.test(first.detail) && !SMALL.includes(name ?? '')
  return many ? [`sorts: ${first.detail}`] : []
}

/** Rows that another step of the plan has put together under this name. */
function isMade(name: string, all: SqliteStep[]) {
  return all.some(({ detail }) => [`MATERIALIZE ${name}`, `CO-ROUTINE ${name}`].includes(detail))
}

let tables = new Set<string>()

/** Selections have names as well. */
function isTable(name: string) {
  return tables.has(name)
}

function readsWhatGrows(sql: string) {
  const named = [...sql.matchAll(/(?:from|join) `?(\w+)/gi)].map(([, name]) => name!)
  return named.some((name) => isTable(name) && !SMALL.includes(name))
}

/** Learns which tables there are. */
export async function learnTables() {
  tables = new Set(await db.connection().getAllTables())
}
