import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'

/** A petition that is to be answered with its wave. */
export interface Work {
  id: number
  petitionId: number
}

/** It stays for a person. */
export async function leave(work: Work, why: string) {
  const row = db.from('wave_works').where({ id: work.id, state: 'waits' })
  await row.update({ state: 'left', why, done_at: stamp(DateTime.utc()) })
}

/** Answered, as far as it waited until now. @returns which of them did: another process answers the others */
export async function claimed(works: readonly Work[], trx: TransactionClientContract) {
  const ids = works.map(({ id }) => id)
  const rows = () => trx.from('wave_works').whereIn('id', ids).where('state', 'waits')
  // Locked in the order of their ids, as every process does.
  const waiting = await rows().orderBy('id').forUpdate().select('id')
  if (waiting.length === 0) return []
  await rows().update({ state: 'answered', done_at: stamp(DateTime.utc()) })
  return works.filter(({ id }) => waiting.some((row) => row.id === id))
}

export function relabel({ id }: Work, why: string, trx: TransactionClientContract) {
  return trx.from('wave_works').where({ id }).update({ state: 'left', why })
}
