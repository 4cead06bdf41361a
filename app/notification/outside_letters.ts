import type { StepTaken } from '#intake'
import { Catalogue } from '#organisation'
import { mailedTo } from '#routing'
import { outboxWakeUp } from './dispatch/wake_up.ts'
import { Message } from './models/message.ts'
import { mailFault } from './recipients.ts'

/**
 * Puts the letter of a forwarding into the outbox where it goes by e-mail: in the step's own
 * transaction. The PDF is made when it leaves, and lies nowhere meanwhile.
 */
export async function sendTheLetter({ petition, step, trx }: StepTaken) {
  if (step.kind !== 'forwardingSent') return
  const recipient = await mailedTo(petition, trx)
  if (!recipient) return
  const { authority } = await Catalogue.of(petition.authorityId)
  const message = {
    ...{ authorityId: petition.authorityId, petitionId: petition.id, stepId: step.id },
    ...{ event: 'outsideLetter' as const, channel: 'email' as const, recipient, locale: 'tr' },
    ...{ secret: null, suppressed: mailFault() },
    placeholders: { number: petition.shownNumber, dueOn: null, office: authority.name },
  }
  await Message.queue([message], trx)
  trx.after('commit', () => outboxWakeUp.ring())
}
