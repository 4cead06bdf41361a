import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { folded } from '#shared/folded_text'

/** Names from before officers were searched for. */
export async function foldNames(client: QueryClientContract) {
  const rows: { id: number; name: string }[] = await client.from('officers').orderBy('id')
  for (const { id, name } of rows) {
    await client
      .from('officers')
      .where({ id })
      .update({ folded_name: folded(name) })
  }
}
