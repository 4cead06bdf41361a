import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { folded } from '#shared/folded_text'

/**
 * "Nobetci" could never sign in: what was typed was folded, what was kept was not. Where two become
 * the same, the later one gets a figure at its end; `node ace officer:list` shows it.
 */
export async function foldLogins(client: QueryClientContract) {
  const rows: { id: number; login: string }[] = await client.from('officers').orderBy('id')
  const taken = new Set(rows.map(({ login }) => login).filter((login) => login === plain(login)))
  for (const { id, login } of rows.filter((row) => !taken.has(row.login))) {
    const wanted = plain(login).slice(0, 57) || 'gorevli'
    let free = wanted
    for (let next = 2; taken.has(free); next++) free = `${wanted}${next}`
    taken.add(free)
    await client.from('officers').where({ id }).update({ login: free })
  }
}

/** With the letters that a login may have (app/organisation/signing_in/login.ts). */
function plain(login: string) {
  return folded(login).replace(/[^a-z0-9._@-]+/g, '.')
}
