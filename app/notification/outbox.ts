import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { transaction } from '#shared/transaction'
import { receiptBell } from './bell.ts'
import { AT_ONCE, stamp } from './clock.ts'
import type { Outcome } from './gateways/gateway.ts'
import { Message, type MessageChannel } from './models/message.ts'
import { CLAIMABLE, MISSED, type MessageState } from './states.ts'
import { Together } from './together.ts'
import { outOfTime, verdict, type Failure } from './verdict.ts'

/** Longer than any answer is waited for: whoever claimed a message and is silent so long is dead. */
const CLAIM = { minutes: 2 }

/** Operators give up within three days; who has heard nothing by then never will. */
const RECEIPT = { hours: 72 }

const A_PAGE = 200

/** Of a message, to send it. */
const NEEDED = [
  ...['id', 'event', 'channel', 'locale', 'recipient', 'recipient_index', 'placeholders'],
  ...['sealed', 'attempts', 'expires_at'],
]

/** A claimed message and what became of it. */
interface Result {
  message: Message
  outcome: Outcome
}

/** Giden kutusu: what waits to be sent through one gateway, and what became of it. */
export class Outbox {
  #results = new Together<Result>((results) => this.#write(results))

  constructor(
    readonly channel: MessageChannel,
    readonly gateway: string,
    readonly claimFor: { minutes?: number; milliseconds?: number } = CLAIM
  ) {}

  /**
   * Takes what is due, the oldest first, so that nobody else takes it: by a conditional update
   * whose affected rows are counted.
   *
   * @param except ids that are under way here already, whatever the rows say
   */
  async claim(most: number, except: number[] = []): Promise<Message[]> {
    const now = DateTime.utc()
    const due = await this.#due(now).select(NEEDED).whereNotIn('id', except).limit(most)
    if (due.length === 0) return []

    const claim = { state: 'sending', claimed_by: randomUUID(), gateway: this.gateway } as const
    const wanted = ids(due)
    const taken = await this.#due(now)
      .clearOrder()
      .whereIn('id', wanted)
      .update({ ...claim, next_at: stamp(now.plus(this.claimFor)) })

    const ours =
      Number(taken) === wanted.length ? wanted : await this.#claimedAs(claim.claimed_by, wanted)
    const claimed = due.filter(({ id }) => ours.includes(id))
    for (const message of claimed) message.claimedBy = claim.claimed_by
    return claimed
  }

  /** Writes down what became of a claimed message; resolves when that is committed. */
  settle(message: Message, outcome: Outcome): Promise<void> {
    return this.#results.add({ message, outcome })
  }

  /** Gives a claimed message back for later; nobody tried anything. */
  async postpone(message: Message, until: DateTime, why: string) {
    await this.#claimed(message).update({
      state: 'waiting',
      claimed_by: null,
      next_at: stamp(until),
      fault: why,
    })
  }

  /** Ends what nobody wants to hear any more, and what no receipt came for. */
  async sweep() {
    const now = DateTime.utc()
    for (;;) {
      const late = await this.#overdue(now)
      for (const [state, messages] of Map.groupBy(late, fateOf)) {
        await Message.query()
          .whereIn('id', ids(messages))
          .where('next_at', '<=', stamp(now))
          .whereIn('state', ['sent', ...CLAIMABLE])
          .update(final(state, now))
      }
      if (late.length < A_PAGE) return
    }
  }

  #due(now: DateTime) {
    return Message.query()
      .where('channel', this.channel)
      .where('next_at', '<=', stamp(now))
      .whereIn('state', [...CLAIMABLE])
      .orderBy([{ column: 'next_at' }, { column: 'id' }])
  }

  #overdue(now: DateTime) {
    return Message.query()
      .select('id', 'state', 'attempts')
      .where('channel', this.channel)
      .where('next_at', '<=', stamp(now))
      .where((over) => over.where('state', 'sent').orWhere('expires_at', '<=', stamp(now)))
      .orderBy('next_at')
      .limit(A_PAGE)
  }

  async #claimedAs(claim: string, among: number[]) {
    const rows = await db.from('messages').whereIn('id', among).where('claimed_by', claim)
    return rows.map(({ id }: { id: number }) => id)
  }

  async #write(results: Result[]) {
    const now = DateTime.utc()
    const sent = results.filter(isSent)
    await transaction(async (trx) => {
      if (sent.length > 0) await this.#writeSent(sent, now, trx)
      for (const { message, outcome } of results) {
        if (outcome.kind !== 'sent') await this.#writeFailure(message, outcome, now, trx)
      }
    })
    if (sent.length > 0) receiptBell.ring()
  }

  async #writeSent(sent: SentResult[], now: DateTime, trx: TransactionClientContract) {
    const messages = sent.map(({ message }) => message)
    // No operator gives a receipt for an e-mail: that it was taken is all that can be known.
    const nextAt = this.channel === 'sms' ? stamp(now.plus(RECEIPT)) : null
    await Message.query({ client: trx })
      .whereIn('id', ids(messages))
      .whereIn('claimed_by', [...new Set(messages.map(({ claimedBy }) => claimedBy!))])
      .where('state', 'sending')
      .update({
        state: 'sent',
        attempts: trx.raw('attempts + 1'),
        claimed_by: null,
        sealed: null,
        fault: null,
        sent_at: stamp(now),
        next_at: nextAt,
      })
    await this.#writeParts(sent, now, trx)
  }

  async #writeParts(sent: SentResult[], now: DateTime, trx: TransactionClientContract) {
    const { gateway } = this
    const parts = sent.flatMap(({ message, outcome }) =>
      outcome.ids.map((id) => ({
        message_id: message.id,
        gateway,
        remote_id: id,
        state: 'sent',
        sent_at: stamp(now),
      }))
    )
    if (parts.length === 0 || this.channel !== 'sms') return
    await trx.table('message_parts').multiInsert(parts)
    // A receipt may have come before the answer.
    await trx
      .from('delivery_receipts')
      .where('gateway', gateway)
      .whereIn(
        'remote_id',
        parts.map((part) => part.remote_id)
      )
      .whereNotNull('next_at')
      .update({ next_at: AT_ONCE })
  }

  async #writeFailure(
    message: Message,
    failure: Failure,
    now: DateTime,
    trx: TransactionClientContract
  ) {
    const { state, attempts, nextAt, fault } = verdict(message, failure, now)
    const changes = nextAt ? { state, next_at: stamp(nextAt), claimed_by: null } : final(state, now)
    await this.#claimed(message, trx).update({ ...changes, attempts, fault: fault.slice(0, 60) })
  }

  /** The message while it is still ours: another's claim is not touched. */
  #claimed({ id, claimedBy }: Message, client?: TransactionClientContract) {
    return Message.query({ client }).where({ id, state: 'sending' }).where('claimed_by', claimedBy!)
  }
}

type SentResult = Result & { outcome: { kind: 'sent' } }

function isSent(result: Result): result is SentResult {
  return result.outcome.kind === 'sent'
}

function ids(messages: Message[]) {
  return messages.map(({ id }) => id)
}

/** What a final state means in the row: nothing more to do, nothing more to tell. */
export function final(state: MessageState, now: DateTime) {
  return {
    state,
    claimed_by: null,
    sealed: null,
    next_at: null,
    final_at: stamp(now),
    missed_at: MISSED.includes(state) ? stamp(now) : null,
  }
}

function fateOf({ state, attempts }: Message): MessageState {
  return state === 'sent' ? 'unknown' : outOfTime(attempts)
}
