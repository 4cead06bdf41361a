import db from '@adonisjs/lucid/services/db'

/** The statements that the application sends while `work` runs, without their values. */
export async function statementsOf<T>(work: () => Promise<T>) {
  const statements: string[] = []
  const hear = ({ sql }: { sql: string }) => statements.push(sql)
  const client = db.connection().getReadClient()
  client.on('query', hear)
  const result = await work()
  client.off('query', hear)
  return { statements, result }
}
