import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'
import { Charge, type Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { demand } from '#routing'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import type { ContactPlan } from '../../models/contact_plan.ts'
import { readDay } from './read_day.ts'
import { readTime, slotOf } from './read_time.ts'
import { unlessTaken } from './unless_taken.ts'
import { whenAndWhere } from './when_and_where.ts'

/** It was done or given up meanwhile. */
class PlanOver extends Refusal {
  constructor() {
    super({ field: 'stage', rule: 'planOver' })
  }
}

/**
 * Another day or hour of what is planned; whoever was told of the first one is told of this.
 *
 * @throws Refusal for what is missing, taken; PlanOver; NotAllowed; PetitionChanged
 */
export async function movePlan(
  petition: Petition,
  plan: ContactPlan,
  officer: Officer,
  typed: Typed
) {
  if (plan.state !== 'open') throw new PlanOver()
  const { calendar } = await Catalogue.of(petition.authorityId)
  const { day, at } = typed.read((form) => {
    const on = readDay(form, calendar)
    const hasHour = plan.way === 'visit' || plan.way === 'meeting'
    return { day: on, at: hasHour ? readTime(form, on, plan.way === 'meeting') : null }
  })
  if (day === plan.day && at === plan.at) return
  await unlessTaken(() =>
    petition.change(async (current, trx) => {
      await demand(current, 'contact', officer)
      const slot = slotOf(plan.officerId, day, at)
      await change(plan, { day, at, slot }, trx)
      if (!plan.isAwaited) return
      const alongside = (step: { id: number }) => change(plan, { step_id: step.id }, trx)
      const { unit } = await Charge.of(current)
      const moved = plan.way === 'meeting'
      const publicText = moved ? whenAndWhere({ day, at }, unit, current.locale) : null
      const kind = moved ? 'meetingMoved' : 'visitMoved'
      await current.take({ kind, officer, publicText, alongside, trx })
    })
  )
}

async function change({ id }: ContactPlan, to: object, trx: Trx) {
  const open = trx.from('contact_plans').where({ id, state: 'open' })
  if (Number(await open.update(to)) !== 1) throw new PlanOver()
}
