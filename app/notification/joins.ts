import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { PetitionJoin, type JoinMade, type PetitionFacts } from '#intake'
import { outboxWakeUp } from './dispatch/wake_up.ts'
import type { MessageEvent } from './message_events.ts'
import { Message } from './models/message.ts'
import { recipients } from './recipients.ts'

/** Tells whoever joined a petition number and code of their own, in the join's transaction. */
export function tellWhoJoined({ join, secret, petition, trx }: JoinMade) {
  return tell([join], { event: 'joined', secret, byStranger: true }, petition, trx)
}

/**
 * Tells all who joined a petition that it is concluded; they are a hundred at most. Nobody is called
 * in their stead where a text does not arrive: number and code open what came of it.
 */
export async function tellThoseWhoJoined(
  petition: Pick<PetitionFacts, 'id' | 'authorityId' | 'joined'>,
  trx: TransactionClientContract
) {
  if (petition.joined === 0) return
  const joins = await PetitionJoin.of(petition, trx)
  await tell(joins, { event: 'joinConcluded', secret: null }, petition, trx)
}

interface What {
  event: MessageEvent
  secret: string | null
  byStranger?: boolean
}

async function tell(
  joins: readonly PetitionJoin[],
  what: What,
  { authorityId }: { authorityId: number },
  trx: TransactionClientContract
) {
  const messages = joins.flatMap((join) =>
    recipients(join).map((way) => ({
      ...{ ...way, ...what, authorityId, locale: join.locale },
      // Of no petition: it would stand among what its petitioner was told.
      ...{ petitionId: null, stepId: null },
      placeholders: { number: join.shownNumber, dueOn: null },
    }))
  )
  await Message.queue(messages, trx)
  if (messages.length > 0) trx.after('commit', () => outboxWakeUp.ring())
}
