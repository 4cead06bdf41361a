import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import { NotAllowed } from '#routing'
import type { ContactPlan } from '../../models/contact_plan.ts'
import { unlessTaken } from './unless_taken.ts'

/**
 * What was planned is not done. Whoever was told of its day is told of this, unless its time has passed:
 * then they did not come, and that is no news. Also while a head has the answer. That nobody is reached is
 * no plan: it ends by reaching them.
 *
 * @throws NotAllowed; Refusal where the petition was changed at this very moment
 */
export function cancelPlan(petition: Petition, plan: ContactPlan, officer: Officer) {
  if (!isOfUnit(plan, officer) || plan.way === 'unreachable') throw new NotAllowed()
  return unlessTaken(() =>
    petition.change(async (current, trx) => {
      const isOpen = await plan.end('cancelled', officer.id, trx)
      if (!isOpen || !plan.isAwaited || plan.isOver) return
      const note = [plan.day, plan.at].filter(Boolean).join(' ')
      const alongside = (step: { id: number }) => plan.saidBy(step, trx)
      await current.take({ kind: 'meetingCancelled', officer, note, alongside, trx })
    })
  )
}

function isOfUnit({ unitId }: ContactPlan, officer: Officer) {
  return officer.can('answer.draft') && officer.atUnit === unitId
}
