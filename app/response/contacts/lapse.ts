import { Charge, DESK_STAGES, type Stage, type StepKind, type StepTaken } from '#intake'
import { ContactPlan } from '../models/contact_plan.ts'

/** Nobody of the unit works on it any more. */
const LEFT: readonly StepKind[] = [
  ...(['concluded', 'forwarded', 'withdrawn', 'feeLapsed', 'handedOver', 'handedBack'] as const),
  ...(['returned', 'recalled', 'unitClosed'] as const),
  // The bureau answered it itself, and refers it after all.
  'referred',
]
/** Whom it complains about is another one now: where its unit may not have it, it is at the desk. */
const NAMED: readonly StepKind[] = ['amended', 'personNamed']

/**
 * What was planned ends where the petition leaves its unit, and goes along where another unit takes over
 * its work.
 *
 * @returns the days (2026-12-02) that were told and are not kept, the earliest first
 */
export async function lapsePlans({ petition, step, trx }: StepTaken) {
  const kind = step.kind as StepKind
  if (kind === 'handedOn') {
    const open = trx.from('contact_plans').where({ petition_id: petition.id, state: 'open' })
    const { unit } = await Charge.of(petition)
    await open.update({ unit_id: unit.id })
  }
  const isTaken = NAMED.includes(kind) && DESK_STAGES.includes(step.stage as Stage)
  if (!LEFT.includes(kind) && !isTaken) return []
  const plans = await ContactPlan.openOf(petition, trx)
  for (const plan of plans) await plan.end('lapsed', step.officerId, trx)
  const awaited = plans.filter(({ isAwaited, isOver }) => isAwaited && !isOver)
  return [...new Set(awaited.map(({ day }) => day))].toSorted()
}
