import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { ContactPlan } from '../models/contact_plan.ts'
import { isAtTheHead } from './demand_talk.ts'
import { keepPlan } from './planning/keep_plan.ts'
import { planCall } from './planning/plan_call.ts'
import { isUnreachable, type Try } from './unreachable.ts'
import { isInVain } from './ways.ts'

/** Over once somebody was spoken with, whatever the way. */
const UNTIL_REACHED = ['call', 'letter', 'headman', 'telephone', 'unreachable']

/** Somebody was spoken with, by a unit or at the counter: nothing need be tried any more. */
export async function endTries(
  petition: { id: number },
  officer: Officer,
  trx: TransactionClientContract
) {
  const open = await ContactPlan.openOf(petition, trx)
  for (const plan of open.filter(({ way }) => UNTIL_REACHED.includes(way))) {
    await plan.end('done', officer.id, trx)
  }
}

/**
 * What a contact, the first of the `latest`, leaves of what was planned: what was due by its own way is
 * done. The third try in vain is a state (Ulaşılamıyor), but not while the head has the answer: there it
 * would only hold up an approval.
 */
export async function afterContact(
  petition: Petition,
  contact: Try & { way: string },
  { officer, next, latest }: { officer: Officer; next: string | null; latest: readonly Try[] },
  trx: TransactionClientContract
) {
  const inVain = isInVain(contact.result)
  const open = await ContactPlan.openOf(petition, trx)
  for (const plan of open.filter(({ way, isDue }) => way === contact.way && isDue)) {
    await plan.end('done', officer.id, trx)
  }
  if (!inVain) await endTries(petition, officer, trx)
  if (next) await planCall(petition, { day: next, officer }, trx)
  const isKnown = open.some(({ way }) => way === 'unreachable')
  if (inVain && !isKnown && !isAtTheHead(petition) && isUnreachable(latest)) {
    const state = { way: 'unreachable', day: today().toISODate()! } as const
    await keepPlan(petition, state, officer, trx)
    await petition.take({ kind: 'unreachable', officer, trx })
  }
}
