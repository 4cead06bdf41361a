import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { again, transaction } from '#shared/transaction'
import { stamp } from './clock.ts'
import type { Outcome } from './gateways/gateway.ts'
import { Message } from './models/message.ts'
import { MessageTemplate } from './models/message_template.ts'
import { Results } from './results.ts'
import { CLAIMABLE, ended, type MessageState } from './states.ts'
import { AT_MOST_ONCE } from './told.ts'
import { outOfTime } from './verdict.ts'
import type { Way } from './way.ts'

/** Longer than any answer is waited for: whoever claimed a message and is silent so long is dead. */
const CLAIM = { minutes: 2 }

const A_PAGE = 200

/** Of a message, to send it. */
const NEEDED = [
  ...['id', 'authority_id', 'event', 'channel', 'locale', 'recipient', 'recipient_index'],
  ...['placeholders', 'sealed', 'attempts', 'expires_at', 'created_at', 'state', 'bound_to'],
]

/** Giden kutusu: what waits to be sent through one gateway, and what became of it. */
export class Outbox {
  readonly #results: Results

  constructor(
    readonly way: Way,
    private readonly claimFor: { minutes?: number; milliseconds?: number } = CLAIM
  ) {
    this.#results = new Results(way)
  }

  /**
   * Takes what is due, the oldest first, so that nobody else takes it: by a conditional update
   * whose affected rows are counted. While nobody knows how to word messages none is taken.
   *
   * @param except ids that are under way here already, whatever the rows say
   * @param turn of the gateway whose messages they are: our own, or one that we stand in for
   */
  async claim(most: number, except: number[] = [], turn = this.way.turn): Promise<Message[]> {
    const wordings = await MessageTemplate.current()
    const now = DateTime.utc()
    const due = await this.#due(turn, now).whereNotIn('id', except).limit(most)
    if (due.length === 0) return []

    const claim = randomUUID()
    const wanted = due.map(({ id }) => id)
    const taken = await this.#take(wanted, claim, now)
    const ours = taken === wanted.length ? wanted : await claimedAs(claim, wanted)
    const claimed = due.filter(({ id }) => ours.includes(id))
    for (const message of claimed) {
      message.claimedBy = claim
      message.wording = wordings.of(message)
    }
    return claimed
  }

  /** Writes down what became of a claimed message; resolves when that is committed. */
  settle(message: Message, outcome: Outcome): Promise<void> {
    return this.#results.add({ message, outcome })
  }

  /** Gives a claimed message back for later; nobody tried anything. */
  async postpone({ id, claimedBy }: Message, until: DateTime, why: string) {
    const changes = { state: 'waiting', claimed_by: null, next_at: stamp(until), fault: why }
    await transaction((trx) =>
      Message.query({ client: trx })
        .where({ id, claimed_by: claimedBy, state: 'sending' })
        .update(changes)
    )
  }

  /**
   * Takes up at once what a dead process left half-sent: whoever has just got the gateway's lease
   * knows that nobody else is sending. What went out without its answer goes out again. The settings
   * may have named other gateways, or in another order, when the rows were written.
   */
  async recover(except: number[] = []) {
    const { channel, turn, gateway, among } = this.way
    const now = stamp(DateTime.utc())
    const waiting = (trx: TransactionClientContract) =>
      Message.query({ client: trx })
        .where('channel', channel)
        .whereNotNull('next_at')
        .whereNotIn('id', except)
    await transaction(async (trx) => {
      await waiting(trx)
        .whereNot('turn', turn)
        .where((own) =>
          own
            .where('bound_to', gateway)
            .orWhere((half) => half.where({ state: 'sending', gateway }))
        )
        .update({ turn })
      await waiting(trx)
        .where({ turn, gateway, state: 'sending' })
        .where('next_at', '>', now)
        .update({ next_at: now })
      if (turn === 0) await this.#inherit(waiting, trx, among, gateway)
    })
  }

  /** The first gateway sends what was left to gateways that are named no more. */
  async #inherit(
    waiting: (trx: TransactionClientContract) => ReturnType<typeof Message.query>,
    trx: TransactionClientContract,
    among: readonly string[],
    gateway: string
  ) {
    await waiting(trx).where('turn', '>=', among.length).update({ turn: 0 })
    await waiting(trx)
      .where('turn', 0)
      .whereNotIn('bound_to', [...among])
      .update({ bound_to: null })
    await waiting(trx)
      .where({ turn: 0, state: 'sending' })
      .whereNotIn('gateway', [...among])
      .update({ gateway, next_at: stamp(DateTime.utc()) })
  }

  /**
   * Ends what nobody wants to hear any more, what may not be sent twice, and what no receipt came for.
   *
   * @param except ids that are under way here: their own outcome ends them
   */
  async sweep(except: number[] = []) {
    const now = DateTime.utc()
    for (;;) {
      const late = await this.#overdue(now).whereNotIn('id', except)
      for (const [state, messages] of Map.groupBy(late, fateOf)) {
        const ids = messages.map(({ id }) => id)
        await transaction((trx) =>
          Message.query({ client: trx })
            .whereIn('id', ids)
            .where('next_at', '<=', stamp(now))
            .whereIn('state', ['sent', ...CLAIMABLE])
            .update(ended(state, stamp(now)))
        )
      }
      if (late.length < A_PAGE) return
    }
  }

  /** What another gateway may have sent already is left to that one. */
  #due(turn: number, now: DateTime) {
    const { channel, gateway } = this.way
    return Message.query()
      .select(NEEDED)
      .where({ channel, turn })
      .where('next_at', '<=', stamp(now))
      .whereIn('state', [...CLAIMABLE])
      .where((ours) => ours.whereNull('bound_to').orWhere('bound_to', gateway))
      .where((ours) => ours.whereNot('state', 'sending').orWhere('gateway', gateway))
      .whereNot((lost) => lost.where('state', 'sending').whereIn('event', [...AT_MOST_ONCE]))
      .orderBy([{ column: 'next_at' }, { column: 'id' }])
  }

  /** On a cluster two claims may meet only at the commit: then one of them runs again. */
  async #take(ids: number[], claim: string, now: DateTime) {
    const next = stamp(now.plus(this.claimFor))
    const { gateway, turn } = this.way
    // First, while the row still says its old state: MariaDB assigns one column after the other.
    const bound = db.raw("case when state = 'sending' then ? else bound_to end", [gateway])
    const changes = {
      ...{ bound_to: bound, state: 'sending', claimed_by: claim },
      ...{ gateway, turn, next_at: next },
    }
    const taken = await again(() =>
      Message.query()
        .whereIn('id', ids)
        .where('next_at', '<=', stamp(now))
        .whereIn('state', [...CLAIMABLE])
        .update(changes)
    )
    return Number(taken)
  }

  #overdue(now: DateTime) {
    const { channel, turn } = this.way
    return Message.query()
      .select('id', 'event', 'state', 'attempts')
      .where({ channel, turn })
      .where('next_at', '<=', stamp(now))
      .where((over) =>
        over
          .where('state', 'sent')
          .orWhere('expires_at', '<=', stamp(now))
          .orWhere((lost) => lost.where('state', 'sending').whereIn('event', [...AT_MOST_ONCE]))
      )
      .orderBy('next_at')
      .limit(A_PAGE)
  }
}

async function claimedAs(claim: string, among: number[]) {
  const rows = await db.from('messages').whereIn('id', among).where('claimed_by', claim)
  return rows.map(({ id }: { id: number }) => id)
}

function fateOf({ event, state, attempts }: Message): MessageState {
  if (state === 'sent') return 'unknown'
  // It may have been sent, and may not be sent again.
  if (state === 'sending' && AT_MOST_ONCE.includes(event)) return 'failed'
  return outOfTime(attempts)
}
