import type { StepTaken } from '#intake'
import { today } from '#shared/dates/turkish_date'

/** A telephone was written down anew: whoever waits for another one tries it today. */
export async function tryNewTelephone({ petition, step, trx }: StepTaken) {
  if (step.kind !== 'telephoneAmended' && step.kind !== 'telephoneChanged') return
  const day = today().toISODate()!
  await trx
    .from('contact_plans')
    .where({ petition_id: petition.id, state: 'open', way: 'telephone' })
    .update({ way: 'call', day })
}
