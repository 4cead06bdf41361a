import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import { ContactPlan } from '../../models/contact_plan.ts'
import { keepPlan } from './keep_plan.ts'

interface Try {
  /** 2026-12-02 */
  day: string
  officer: Officer
  ask?: string | null
  /** who tries it; whoever plans it, where it is not said */
  who?: number
}

/** Sonraki deneme: the day on which somebody tries again; of a petition there is one. */
export async function planCall(
  petition: Petition,
  { day, officer, ask = null, who = officer.id }: Try,
  trx: TransactionClientContract
) {
  const open = await ContactPlan.openOf(petition, trx)
  const calls = open.filter(({ way }) => way === 'call')
  const same = calls.find((one) => one.day === day && one.ask === ask && one.officerId === who)
  if (same) return same
  for (const plan of calls) await plan.end('cancelled', officer.id, trx)
  return keepPlan(petition, { way: 'call', day, ask, who }, officer, trx)
}
