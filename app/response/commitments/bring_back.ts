import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { inTurn, type Petition } from '#intake'
import { Commitment } from '../models/commitment.ts'

/**
 * What was promised for this day or an earlier one comes back to its unit, each by a step of its own and
 * once.
 *
 * @returns how many
 */
export function bringBack(day: DateTime, goesOn: () => boolean) {
  const due = (after: number, most: number) =>
    Commitment.query()
      .where('state', 'open')
      .whereNull('recalled_at')
      .where('day', '<=', day.toISODate()!)
      .where('id', '>', after)
      .orderBy('id')
      .limit(most)
  return inTurn(due, bring, goesOn)
}

async function bring(petition: Petition, id: number, trx: TransactionClientContract) {
  const one = await Commitment.findOrFail(id, { client: trx })
  if (!one.isOpen || one.recalledAt) return false
  const alongside = () => one.merge({ recalledAt: DateTime.utc() }).save()
  await petition.take({ kind: 'commitmentDue', note: one.text, alongside, trx })
  return true
}
