import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Officer } from '../models/officer.ts'
import { leaderlessBelow } from './leaderless.ts'

/** Somebody whom this officer keeps, of the own authority or of one that is staffed from there; or null. */
export async function officerKeptBy(by: Officer, id: string, trx?: TransactionClientContract) {
  if (!/^\d{1,9}$/.test(id)) return null
  const found = await Officer.query({ client: trx }).where({ id }).preload('officerRoles').first()
  if (!found || found.authorityId === by.authorityId) return found
  const staffed = await leaderlessBelow(by, trx)
  return staffed.some((one) => one.id === found.authorityId) ? found : null
}
