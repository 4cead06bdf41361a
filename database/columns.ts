import type { BaseSchema } from '@adonisjs/lucid/schema'
import type { Knex } from 'knex'

/**
 * Columns for codes, digests and numbers: ASCII, compared byte by byte. On MariaDB that keeps them
 * out of the Turkish collation, where an index would be four times as wide and 'I' equal to 'ı'.
 */
export function ascii(schema: BaseSchema, table: Knex.CreateTableBuilder) {
  const onMysql = schema.db.dialect.name === 'mysql'
  return (name: string, length: number) => {
    const column = table.string(name, length)
    return onMysql ? column.collate('ascii_bin') : column
  }
}

/** Why a last day is that day, in words: as rules and leave were when it was reckoned. */
export function reasons(table: Knex.CreateTableBuilder) {
  table.string('reason', 300).notNullable()
  table.string('reason_en', 300).notNullable()
  table.date('rolled_from')
  // A list of whole days off, each with its name as it was then.
  table.text('days_off')
}
