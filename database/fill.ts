import type { QueryClientContract } from '@adonisjs/lucid/types/database'

type Row = Record<string, string | number | boolean | null>

/** SQLite takes no more than 500 rows in one statement; both databases are at ease with 200. */
const CHUNK = 200

/** Inserts rows into a table, a few hundred at a time. */
export async function insertRows(client: QueryClientContract, table: string, rows: Row[]) {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await client.table(table).multiInsert(rows.slice(start, start + CHUNK))
  }
}

/** Whether the authority keeps no list of its own in this table yet. */
export async function isEmpty(client: QueryClientContract, table: string, authorityId: number) {
  return !(await client.from(table).where('authority_id', authorityId).select('id').first())
}
