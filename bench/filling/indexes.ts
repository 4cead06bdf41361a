import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** Where rows pile up, and the indexes that filling itself needs. */
const PILES: Record<string, string[]> = {
  petitions: [],
  petitioners: [],
  steps: ['petition_id,position'],
  deadlines: [],
  petition_readers: [],
  referrals: ['petition_id,id'],
  returns: [],
  messages: [],
  message_parts: [],
}

/** What is written beside them, in one go: nobody counts it of itself before it is read. */
const ALONG = ['forwardings', 'petition_terms', 'views', 'inquiries']

interface Part {
  name: string
  table: string
  isUnique: boolean
  columns: string
}

/**
 * The indexes of what piles up: sorted once at the end they cost a fraction of what they cost row by
 * row. Each statement stands by itself, and those already done are left out when it is broken off.
 */
export const Indexes = {
  async liftable(client: QueryClientContract) {
    const tables = Object.keys(PILES).map((table) => `'${table}'`)
    const [rows] = await client.rawQuery(
      `select table_name as \`table\`, index_name as name, min(non_unique) = 0 as isUnique,
         group_concat(column_name order by seq_in_index) as columns
       from information_schema.statistics
       where table_schema = database() and index_name <> 'PRIMARY' and table_name in (${tables})
       group by table_name, index_name`
    )
    return (rows as Part[]).filter(({ table, columns }) => !PILES[table]!.includes(columns))
  },

  async lift(parts: Part[], client: QueryClientContract) {
    for (const [table, own] of byTable(parts)) {
      const drops = own.map(({ name }) => `drop index \`${name}\``)
      await client.rawQuery(`alter table ${table} ${drops.join(', ')}`)
    }
  },

  /** One statement a table. */
  statements(parts: Part[]) {
    return byTable(parts).map(([table, own]) => {
      const adds = own.map(
        ({ name, isUnique, columns }) =>
          `add ${isUnique ? 'unique ' : ''}index if not exists \`${name}\` (${columns})`
      )
      return `alter table ${table} ${adds.join(', ')}`
    })
  },

  async analyse(client: QueryClientContract) {
    await client.rawQuery(`analyze table ${[...Object.keys(PILES), ...ALONG]}`)
  },
}

function byTable(parts: Part[]) {
  return Object.entries(Object.groupBy(parts, ({ table }) => table)) as [string, Part[]][]
}
