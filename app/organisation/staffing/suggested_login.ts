import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { folded } from '#shared/folded_text'
import { LONGEST } from '../longest.ts'
import { Officer } from '../models/officer.ts'

/** Ayşe Nur Yılmaz → ayse.yilmaz; the first that nobody has on this server. */
export async function suggestedLogin(name: string, trx: TransactionClientContract) {
  const words = folded(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const [first = 'gorevli', ...more] = words
  const last = more.at(-1)
  return freeLogin(last ? `${first}.${last}` : first, trx)
}

/** As it is, or with the first figure behind it that makes it nobody's. */
export async function freeLogin(wanted: string, trx: TransactionClientContract) {
  const beginning = wanted.slice(0, LONGEST.officers.login - 4)
  const rows = await Officer.query({ client: trx })
    .select('login')
    .where('login', 'like', `${beginning}%`)
  const taken = new Set(rows.map(({ login }) => login))
  let free = beginning
  for (let next = 2; taken.has(free); next++) free = `${beginning}${next}`
  return free
}
