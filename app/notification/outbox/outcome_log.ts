import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { untilWritten } from '#shared/database/transaction'
import { receiptWakeUp } from '../dispatch/wake_up.ts'
import { stamp } from '#shared/dates/stored'
import type { Outcome } from '#sms'
import { Message } from '../models/message.ts'
import { ended } from '../message_states.ts'
import { AT_ONCE } from '../receipts/receipt_match.ts'
import { Batch } from './batch.ts'
import { decideRetry, type Failure } from './retry_policy.ts'
import type { Route } from '../dispatch/route.ts'

/** A claimed message and what became of it. */
interface Settled {
  message: Message
  outcome: Outcome
}
type Sent = Settled & { outcome: { kind: 'sent' } }
interface Part {
  gateway: string
  message_id: number
  remote_id: string
}
type Trx = TransactionClientContract

/**
 * Writes down what became of claimed messages: those that come in together, in one commit. Messages
 * first, then their parts, then receipts: docs/adr/0018-a-statement-locks-only-what-it-changes.md.
 */
export class OutcomeLog {
  readonly #batch = new Batch<Settled>((outcomes) => this.#write(outcomes))

  constructor(private readonly route: Route) {}

  /** Resolves when it is committed. */
  add(settled: Settled): Promise<void> {
    return this.#batch.add(settled)
  }

  async #write(outcomes: Settled[]) {
    const now = DateTime.utc()
    const sent = outcomes.filter(isSent)
    await untilWritten(async (trx, mayBeWritten) => {
      if (sent.length > 0) await this.#writeSent(sent, now, trx, mayBeWritten)
      for (const { message, outcome } of outcomes) {
        if (outcome.kind !== 'sent') await writeFailure(message, outcome, now, trx, this.route)
      }
    })
    if (sent.length > 0) receiptWakeUp.ring()
  }

  async #writeSent(sent: Sent[], now: DateTime, trx: Trx, mayBeWritten: boolean) {
    const messages = sent.map(({ message }) => message)
    const ids = messages.map(({ id }) => id)
    const claims = [...new Set(messages.map(({ claimedBy }) => claimedBy!))]
    const { isText } = this.route
    await Message.query({ client: trx })
      .whereIn('id', ids)
      .whereIn('claimed_by', claims)
      .where('state', 'sending')
      .update({
        state: 'sent',
        attempts: trx.raw('attempts + 1'),
        claimed_by: null,
        sealed: null,
        bound_to: null,
        fault: null,
        sent_at: stamp(now),
        // No server gives a receipt for an e-mail: that it was taken is all that can be known.
        next_at: isText ? stamp(now.plus({ hours: this.route.receiptHours })) : null,
      })
    if (!isText) return
    const parts = mayBeWritten ? await this.#unwritten(sent, trx) : this.#partsOf(sent)
    await this.#writeParts(parts, now, trx)
  }

  #partsOf(sent: Sent[]): Part[] {
    const { gateway } = this.route
    return sent.flatMap(({ message, outcome }) =>
      outcome.ids.map((id) => ({ gateway, message_id: message.id, remote_id: id }))
    )
  }

  async #unwritten(sent: Sent[], trx: Trx) {
    const ids = sent.map(({ message }) => message.id)
    const written: Part[] = await trx.from('message_parts').whereIn('message_id', ids)
    return this.#partsOf(sent).filter(
      (part) =>
        !written.some(
          (one) => one.message_id === part.message_id && one.remote_id === part.remote_id
        )
    )
  }

  async #writeParts(parts: Part[], now: DateTime, trx: Trx) {
    if (parts.length === 0) return
    const { gateway } = this.route
    const common = { state: 'sent', sent_at: stamp(now) }
    await trx.table('message_parts').multiInsert(parts.map((part) => ({ ...part, ...common })))
    // A receipt may have come before the answer. Looked for first, without a lock: an update that
    // searched would wait for every receipt that is just being understood.
    const remote = parts.map((part) => part.remote_id)
    const waiting = () => trx.from('delivery_receipts').whereNotNull('next_at')
    const early = await waiting().select('id').where({ gateway }).whereIn('remote_id', remote)
    if (early.length === 0) return
    const ids = early.map(({ id }: { id: number }) => id)
    await waiting().whereIn('id', ids).update({ next_at: AT_ONCE })
  }
}

function isSent(settled: Settled): settled is Sent {
  return settled.outcome.kind === 'sent'
}

/** While the message is still ours: another's claim is not touched. */
async function writeFailure(
  message: Message,
  failure: Failure,
  now: DateTime,
  trx: Trx,
  way: Route
) {
  const outcome = decideRetry(message, failure, now, way)
  const { state, attempts, unanswered, nextAt, fault, position, boundTo } = outcome
  const again = nextAt && { state, next_at: stamp(nextAt), claimed_by: null }
  const end = ended(state, stamp(now))
  await Message.query({ client: trx })
    .where({ id: message.id, claimed_by: message.claimedBy, state: 'sending' })
    .update({
      ...(again ?? end),
      ...{ attempts, unanswered, position, bound_to: boundTo, fault: fault.slice(0, 60) },
    })
}
