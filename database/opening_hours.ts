import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { hoursIn } from '#organisation'
import { insertRows } from './fill.js'

/** Hours that say what rows can say become rows; what else stood there stays as a note. */
export async function hoursIntoRows(client: QueryClientContract) {
  for (const { id, hours } of await client.from('authorities').whereNotNull('hours')) {
    await enterHours(id, hours, client)
  }
}

/** The same for one authority, whose `hours` hold what somebody wrote. */
export async function enterHours(id: number, written: string, client: QueryClientContract) {
  const rows = hoursIn(written)
  if (!rows) return
  await insertRows(
    client,
    'opening_hours',
    rows.map((row) => ({ authority_id: id, ...row }))
  )
  await client.from('authorities').where({ id }).update({ hours: null })
}
