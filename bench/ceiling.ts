import type { PoolConnection, RowDataPacket } from 'mysql2/promise'
import type { Database } from './database.ts'
import type { Load } from './load.ts'

/**
 * The most that a submission could reach on this machine: petition, step and message in one bare
 * mysql2 transaction, with nothing around it. Rows are copies of real ones, so that they are as
 * wide as the application's and keep the same indexes.
 */
export async function ceiling(database: Database, clients: number, seconds: number): Promise<Load> {
  const templates = await Promise.all(
    ['petitions', 'steps', 'messages'].map((t) => template(database, t))
  )
  const times: number[] = []
  let number = await lastNumber(database)
  const started = performance.now()
  const until = started + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const connection = await database.pool.getConnection()
      while (performance.now() < until) {
        const begin = performance.now()
        await submit(connection, templates, ++number)
        times.push(performance.now() - begin)
      }
      connection.release()
    })
  )
  const took = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)]!
  return { rate: times.length / took, done: times.length, p50: at(0.5), p99: at(0.99) }
}

/** Of earlier rounds, also of one whose database was kept: its numbers begin with 8. */
async function lastNumber({ pool }: Database) {
  const sql = `select max(number) as last from petitions where number like '8%'`
  const [[row]] = await pool.query<RowDataPacket[]>(sql)
  return Number(String(row!.last ?? '80').slice(1))
}

interface Template {
  sql: string
  columns: string[]
  row: Record<string, unknown>
}

async function template(database: Database, table: string): Promise<Template> {
  const [[found]] = await database.pool.query<RowDataPacket[]>(`select * from ${table} limit 1`)
  const { id, ...row } = found!
  const columns = Object.keys(row)
  const places = columns.map(() => '?').join(', ')
  return { sql: `insert into ${table} (${columns.join(', ')}) values (${places})`, columns, row }
}

async function submit(connection: PoolConnection, templates: Template[], number: number) {
  const [petition, step, message] = templates as [Template, Template, Template]
  await connection.beginTransaction()
  const [{ insertId }] = (await connection.execute(
    petition.sql,
    values(petition, {
      number: `8${String(number).padStart(9, '0')}`,
      token_digest: `b${String(number).padStart(63, '0')}`,
      words_digest: `b${String(number).padStart(31, '0')}`,
    })
  )) as unknown as [{ insertId: number }]
  await connection.execute(step.sql, values(step, { petition_id: insertId, position: 1 }))
  await connection.execute(message.sql, values(message, { petition_id: insertId }))
  await connection.commit()
}

function values({ columns, row }: Template, own: Record<string, unknown>) {
  return columns.map((column) => (own[column] ?? row[column] ?? null) as string)
}
