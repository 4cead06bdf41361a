import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Charge } from '../charge.ts'
import { Reader } from '../models/reader.ts'
import type { Step } from '../models/step.ts'
import { UnitQuestion } from '../models/unit_question.ts'
import type { StepKind } from '../stages.ts'
import { showsPetition } from './visible.ts'

interface Now {
  id: number
  kind: string
  authorityId: number
  unitId: number
  desk: string
  complainedUnitId: number | null
}

/** Nobody works on it here any more. */
const OVER: readonly StepKind[] = [
  ...(['concluded', 'forwarded', 'withdrawn', 'feeLapsed', 'handedOver', 'handedBack'] as const),
  'mergedInto',
]
/** Whom it complains about may be another one now. */
const NAMED: readonly StepKind[] = ['amended', 'personNamed']
/** Another unit is in charge, or the desk. */
const PASSED: readonly StepKind[] = [
  ...(['referred', 'returned', 'recalled', 'handedOn', 'unitClosed', 'withdrawalUndone'] as const),
]

/**
 * What a step leaves of what units were asked. What others were asked stays open while a petition goes
 * from one unit to the next: whoever has it then reads the answers. How far a unit was, nobody asks any more.
 *
 * @param petition as the step left it
 */
export async function followStep(
  petition: Now,
  { kind, officerId }: Pick<Step, 'kind' | 'officerId'>,
  trx: TransactionClientContract
) {
  const step = kind as StepKind
  if (!OVER.includes(step) && !PASSED.includes(step) && !NAMED.includes(step)) return
  const charge = await Charge.of(petition)
  for (const one of await UnitQuestion.openOf(petition, trx)) {
    const isInCharge = charge.isWith({ id: one.unitId })
    if (OVER.includes(step) || isOver(one, petition, isInCharge)) {
      await one.end('lapsed', officerId, null, trx)
      if (!isInCharge) await Reader.close(petition, { id: one.unitId }, trx)
    } else if (one.isPart && !showsPetition(petition)) {
      await Reader.close(petition, { id: one.unitId }, trx)
    }
  }
}

/** What is asked of whoever has it now, or of whom it complains about; how far it is, of who has it no more. */
function isOver(one: UnitQuestion, { complainedUnitId }: Now, isInCharge: boolean) {
  return one.isPart ? isInCharge || one.unitId === complainedUnitId : !isInCharge
}
