import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import { ContactPlan } from '../../models/contact_plan.ts'
import { keepPlan } from './keep_plan.ts'

/** Sonraki deneme: the day on which this officer tries again; of a petition there is one. */
export async function planCall(
  petition: Petition,
  { day, officer, ask = null }: { day: string; officer: Officer; ask?: string | null },
  trx: TransactionClientContract
) {
  const open = await ContactPlan.openOf(petition, trx)
  for (const plan of open.filter(({ way }) => way === 'call')) {
    await plan.end('cancelled', officer.id, trx)
  }
  return keepPlan(petition, { way: 'call', day, ask }, officer, trx)
}
