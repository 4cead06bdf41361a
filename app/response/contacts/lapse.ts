import { ANSWERING_STAGES, Charge, type Stage, type StepKind, type StepTaken } from '#intake'
import { ContactPlan } from '../models/contact_plan.ts'

/** Nobody of the unit works on it any more. */
const LEFT: readonly StepKind[] = [
  ...(['concluded', 'forwarded', 'withdrawn', 'feeLapsed', 'handedOver', 'handedBack'] as const),
  ...(['returned', 'recalled', 'unitClosed', 'mergedInto'] as const),
]
/** After these another unit may be in charge, or one that may not know any more who brought it. */
const MAY_LEAVE: readonly StepKind[] = ['referred', 'amended', 'personNamed']

/**
 * What was planned ends where the petition leaves its unit, and goes along where another unit takes over
 * its work.
 *
 * @returns the days (2026-12-02) that were told and are not kept, the earliest first
 */
export async function lapsePlans(event: StepTaken) {
  const { petition, step, trx } = event
  const kind = step.kind as StepKind
  if (kind === 'handedOn') {
    const open = trx.from('contact_plans').where({ petition_id: petition.id, state: 'open' })
    const { unit } = await Charge.of(petition)
    await open.update({ unit_id: unit.id })
  }
  if (!LEFT.includes(kind) && !MAY_LEAVE.includes(kind)) return []
  const open = await ContactPlan.openOf(petition, trx)
  const charge = await Charge.of(petition)
  const plans = open.filter((plan) => LEFT.includes(kind) || !isKept(plan, charge, event))
  for (const plan of plans) await plan.end('lapsed', step.officerId, trx)
  const awaited = plans.filter(({ isAwaited, isOver }) => isAwaited && !isOver)
  return [...new Set(awaited.map(({ day }) => day))].toSorted()
}

/**
 * Whether its unit still has the petition, and may still know whom to call or to expect; whom a complaint
 * turns out to mean expects nobody, nor do those from whom it is hidden as well.
 */
function isKept({ unitId }: ContactPlan, charge: Charge, { petition, step }: StepTaken) {
  const isThere = charge.isWith({ id: unitId }) && ANSWERING_STAGES.includes(step.stage as Stage)
  if (!isThere || (step.kind === 'personNamed' && petition.complainedOfficerId)) return false
  return petition.kind !== 'tipOff' || charge.unit.isBureau
}
