import type { PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import type { Bench } from '../bench.ts'
import { inTurn, median } from '../posts.ts'
import { cpuOf } from '../processes.ts'

/** What a submission writes to. */
const TABLES = ['petitions', 'petitioners', 'steps', 'messages']
/** So many rows a table is given, so that an index has some depth; and so many more are measured. */
const ROWS = 100_000
const MORE = 20_000
const UNIQUE = ['number', 'token_digest', 'words_digest']

/**
 * What each index costs each row: the database's processor time with it and without it, three times
 * in turn, on copies of the tables as they are filled now. Nothing is promised of it; whoever adds an
 * index reads here what it takes.
 */
export default async function indexPrices({ database, house, report, say }: Bench) {
  const lines: string[] = []
  const connection = await database.pool.getConnection()
  for (const table of TABLES) {
    const copy = await Copy.of(table, connection, house.mariadb.pid)
    for (const [name, columns] of await copy.indexes()) {
      say(`${table}: ${name}`)
      const rounds = await inTurn(
        3,
        () => copy.price(),
        () => copy.without(name, columns, () => copy.price())
      )
      const all = median(rounds.map(({ one }) => one))
      const price = median(rounds.map(({ one, other }) => one - other))
      lines.push(`${`${table} (${columns})`.padEnd(64)}${us(price)} of ${us(all)}`)
    }
    await copy.drop()
  }
  connection.release()
  report.note(`What an index costs a row, µs of the database's processor time\n${lines.join('\n')}`)
}

/** A table like another one, with its indexes but without foreign keys, to be played with. */
class Copy {
  static async of(table: string, connection: PoolConnection, pid: number) {
    const copy = new Copy(table, connection, pid)
    await copy.drop()
    await connection.query(`create table ${copy.name} like ${table}`)
    const columns = await copy.columns()
    await connection.query(
      `insert into ${copy.name} (${columns.join()})
       select ${columns.join()} from ${table} order by id limit ${ROWS}`
    )
    return copy
  }

  readonly name: string

  private constructor(
    readonly table: string,
    private readonly connection: PoolConnection,
    private readonly pid: number
  ) {
    this.name = `price_of_${table}`
  }

  drop() {
    return this.connection.query(`drop table if exists ${this.name}`)
  }

  /** But for what the database reckons itself. */
  async columns() {
    const [fields] = await this.connection.query<RowDataPacket[]>(`show columns from ${this.name}`)
    return fields
      .filter(({ Extra }) => !/generated/i.test(Extra as string))
      .map(({ Field }) => Field as string)
  }

  /** All but the primary key and what must be unique. */
  async indexes() {
    const [rows] = await this.connection.query<RowDataPacket[]>(
      `select index_name as name, group_concat(column_name order by seq_in_index) as columns
       from information_schema.statistics
       where table_schema = database() and table_name = ? and non_unique = 1
       group by index_name`,
      [this.name]
    )
    return rows.map(({ name, columns }) => [name, columns] as [string, string])
  }

  async without<T>(index: string, columns: string, work: () => Promise<T>) {
    await this.connection.query(`alter table ${this.name} drop index ${index}`)
    const result = await work()
    await this.connection.query(`alter table ${this.name} add index ${index} (${columns})`)
    return result
  }

  /** µs of the database's processor time for one more row; afterwards none of them is there. */
  async price() {
    const columns = (await this.columns()).filter((field) => field !== 'id')
    const values = columns.map((column) =>
      UNIQUE.includes(column) ? `concat('x', one.seq)` : fresh(column)
    )
    await this.connection.beginTransaction()
    const before = cpuOf(this.pid)
    const [{ affectedRows }] = await this.connection.query<ResultSetHeader>(
      `insert into ${this.name} (${columns.join()}) select ${values.join()}
       from (select *, row_number() over (order by id) as seq from ${this.table} limit ${MORE}) one`
    )
    const spent = cpuOf(this.pid) - before
    await this.connection.rollback()
    return (spent * 1_000_000) / affectedRows
  }
}

/** As of new rows: with a petition of their own. */
function fresh(column: string) {
  return column === 'petition_id' ? `100000000 + one.seq` : `one.${column}`
}

const us = (value: number) => value.toFixed(1).padStart(6)
