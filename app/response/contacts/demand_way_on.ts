import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#shared/typed/problems'
import { ContactPlan } from '../models/contact_plan.ts'

/** @throws Refusal where nobody could be reached and it is not said how it goes on: that is no end */
export async function demandWayOn(petition: { id: number }, trx?: TransactionClientContract) {
  const open = await ContactPlan.openOf(petition, trx)
  const isOpen = open.some(({ way, choice }) => way === 'unreachable' && !choice)
  if (isOpen) throw new Refusal({ field: 'stage', rule: 'unreachable' })
}
