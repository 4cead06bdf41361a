import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** Rows in one statement: SQLite takes some 30,000 values. */
const AT_ONCE = 500

/** Puts rows into a table, as far as none with their key is there. */
export async function insertMissing(
  table: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  trx: TransactionClientContract
) {
  const ignore = trx.dialect.name === 'mysql' ? 'ignore' : 'or ignore'
  const places = `(${columns.map(() => '?').join(', ')})`
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const piece = rows.slice(from, from + AT_ONCE)
    const values = piece.map(() => places).join(', ')
    await trx.rawQuery(
      `insert ${ignore} into ${table} (${columns.join(', ')}) values ${values}`,
      piece.flat()
    )
  }
}
