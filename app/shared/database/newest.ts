/** So many of a petition's own rows stand on a page: nearly always all of them. */
const PAGE = 50

/**
 * Of a petition's rows the newest ones, or those before one of them, and where the ones before these
 * begin; null: there are none. However many there are, a page reads so many.
 *
 * @param column by which they are in order, newest first; the query says so too
 * @param before what a page's address says, as somebody may have typed it
 */
export async function newest<Row extends object, Column extends keyof Row & string>(
  query: Rows<Row>,
  column: Column,
  before = ''
) {
  if (/^\d{1,9}$/.test(before)) query.where(column, '<', Number(before))
  const found = await query.limit(PAGE + 1)
  const rows = found.slice(0, PAGE)
  return { rows, older: found.length > PAGE ? Number(rows.at(-1)![column]) : null }
}

/** What a model's queries and those of its relations have in common. */
interface Rows<Row> {
  where(column: string, operator: string, value: number): unknown
  limit(most: number): PromiseLike<Row[]>
}
