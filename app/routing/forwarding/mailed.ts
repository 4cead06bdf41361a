import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'
import { Forwarding } from '../models/forwarding.ts'
import { dispatchesOf } from './done.ts'

/** Where the letter of a petition goes by e-mail, by the dispatch that was just written; null: nowhere. */
export async function mailedTo({ id }: { id: number }, trx: Trx) {
  const forwarding = await Forwarding.findBy('petitionId', id, { client: trx })
  const [last] = forwarding ? await dispatchesOf(forwarding, trx) : []
  return last?.way === 'email' ? last.recipient : null
}
