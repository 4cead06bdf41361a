import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Officer } from '#organisation'
import { Charge } from '../charge.ts'
import type { Dated } from '../fees/settings.ts'
import type { LastDays } from '../models/last_day.ts'
import { Question } from '../models/question.ts'
import type { StepKind } from '../stages.ts'
import { goOn } from './go_on.ts'

/** After these nobody waits for an answer: it is decided on what is there, or over. */
const OVER: readonly StepKind[] = ['submitted', 'concluded', 'forwarded', 'withdrawn', 'feeLapsed']
/** After these the unit that asked has it no more. */
const LEFT: readonly StepKind[] = [
  ...(['returned', 'recalled', 'unitClosed', 'handedOver', 'handedBack'] as const),
]

/**
 * What a step makes of a question that waits. All others leave it: whoever has the petition next reads
 * the answer.
 *
 * @returns the promise that goes on
 */
export async function endWaiting(
  petition: Dated & { stage: string; kind: string },
  kind: StepKind,
  trx: TransactionClientContract
): Promise<LastDays> {
  if (LEFT.includes(kind) && petition.kind === 'tipOff') await dropPending(petition, trx)
  if (!OVER.includes(kind)) return {}
  // What lies before the head waits for nobody: of one whose promise no step ever moved nothing is asked.
  if (petition.stage === 'awaitingApproval' && petition.promiseReckoningId !== null) return {}
  const question = await Question.openOf(petition, trx)
  if (!question) return {}
  await question.end(kind === 'submitted' ? 'stopped' : 'moot', trx)
  return goOn(petition, question, trx)
}

/** What the desk has not passed on nobody wants to know any more: whoever gets it next may ask. */
async function dropPending(petition: { id: number }, trx: TransactionClientContract) {
  const last = await Question.lastOf(petition, trx)
  if (last?.isPending) await last.end('moot', trx)
}

/** That no answer came stays news to those in charge until one of them takes a step. */
export async function noticed(
  petition: { unreadBy: string; authorityId: number; unitId: number; desk: string },
  officer?: Officer | null
) {
  if (petition.unreadBy !== 'unanswered' || !officer) return {}
  const charge = await Charge.of(petition)
  return charge.isOf(officer) ? { unreadBy: 'nobody' } : {}
}
