import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Charge, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { ContactPlan } from '../../models/contact_plan.ts'
import { slotOf } from './read_time.ts'
import type { Choice, PlanWay } from '../ways.ts'

export interface Plan {
  way: PlanWay
  /** 2026-12-02 */
  day: string
  /** 14:30 */
  at?: string | null
  ask?: string | null
  choice?: Choice
  /** who goes or waits; whoever plans it, where it is not said */
  who?: number
  /** whether a message tells the petitioner of it, and the step that says so */
  told?: boolean
  stepId?: number
}

/** Writes down what is next, for the unit in charge. */
export async function keepPlan(
  petition: Petition,
  { way, day, at = null, ask = null, choice, who, told = false, stepId }: Plan,
  officer: Officer,
  trx: TransactionClientContract
) {
  const { unit } = await Charge.of(petition)
  const officerId = who ?? officer.id
  const of = { petitionId: petition.id, authorityId: petition.authorityId, unitId: unit.id }
  const what = { way, day, at, ask, choice: choice ?? null, slot: slotOf(officerId, day, at) }
  const by = { madeBy: officer.id, madeAt: DateTime.utc() }
  return ContactPlan.create(
    { ...of, ...what, ...by, officerId, state: 'open', told, stepId: stepId ?? null },
    { client: trx }
  )
}
