import db from '@adonisjs/lucid/services/db'
import { Remembered } from '#shared/remembered'

/**
 * The statements that the application sends while `work` runs, without their values: what an earlier
 * request is still reading anew behind is none of them.
 */
export async function statementsOf<T>(work: () => Promise<T>) {
  await Remembered.quiet()
  const statements: string[] = []
  const hear = ({ sql }: { sql: string }) => statements.push(sql)
  const client = db.connection().getReadClient()
  client.on('query', hear)
  const result = await work()
  client.off('query', hear)
  return { statements, result }
}
