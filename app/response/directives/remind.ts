import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { inTurn, type Petition } from '#intake'
import { Directive } from '../models/directive.ts'

/**
 * Directives whose day has come and that nobody has answered are brought to mind, each once.
 *
 * @returns how many
 */
export function remindDirectives(day: DateTime, goesOn: () => boolean) {
  const due = (after: number, most: number) =>
    Directive.query()
      .where('state', 'open')
      .whereNull('reminded_at')
      .where('day', '<=', day.toISODate()!)
      .where('id', '>', after)
      .orderBy('id')
      .limit(most)
  return inTurn(due, remind, goesOn)
}

async function remind(petition: Petition, id: number, trx: TransactionClientContract) {
  const one = await Directive.findOrFail(id, { client: trx })
  if (one.state !== 'open' || one.remindedAt) return false
  const alongside = () => one.merge({ remindedAt: DateTime.utc() }).save()
  await petition.take({ kind: 'directiveDue', note: one.text, alongside, trx })
  return true
}
