import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { DateTime } from 'luxon'
import { again, transaction } from '#shared/database/transaction'
import { union } from '#shared/database/union'
import { stamp } from '#shared/dates/stored'
import type { Outcome } from '#sms'
import { Message } from '../models/message.ts'
import { MessageTemplate } from '../models/message_template.ts'
import { HOLD_REASONS } from '../limits/hold.ts'
import { OutcomeLog } from './outcome_log.ts'
import { CLAIMABLE, ended, WAITING, type MessageState } from '../message_states.ts'
import { AT_MOST_ONCE, PRIORITY } from '../message_events.ts'
import { NO_ANSWER, outOfTime, SENDS_IN_DOUBT } from './retry_policy.ts'
import type { Route } from '../dispatch/route.ts'

/** Longer than any answer is waited for: whoever claimed a message and is silent so long is dead. */
const CLAIM = { minutes: 2 }

const A_PAGE = 200

/** Of the messages of a position. */
export type Which = 'due' | 'tied' | 'tests'

interface Wanted {
  position: number
  now: DateTime
  except: number[]
  most: number
  which: Which
}

/** Messages of a gateway that cannot are its own to probe with, before somebody stands in for it. */
const FIRST_PICK = { seconds: 2 }

/** Nothing waits longer; receipts are waited for much longer and need not be passed over each time. */
const LONGEST_WAIT = { days: 1 }

/** Of a message, to send it. */
const NEEDED = [
  ...[
    'id',
    'authority_id',
    'petition_id',
    'event',
    'channel',
    'locale',
    'recipient',
    'recipient_index',
  ],
  ...['placeholders', 'sealed', 'attempts', 'unanswered', 'expires_at', 'created_at', 'state'],
  ...['bound_to', 'fault', 'by_stranger', 'priority'],
]

/** Giden kutusu: what waits to be sent through one gateway, and what became of it. */
export class Outbox {
  readonly #results: OutcomeLog

  constructor(
    readonly route: Route,
    private readonly claimFor: { minutes?: number; milliseconds?: number } = CLAIM
  ) {
    this.#results = new OutcomeLog(route)
  }

  /**
   * Takes what is due, so that nobody else takes it: by a conditional update whose affected rows are
   * counted. What somebody waits for comes first, then what waits longest. While nobody knows how to word messages none is taken.
   *
   * @param except ids that are under way here already, whatever the rows say
   * @param turn of the gateway whose messages they are: our own, or one that we stand in for
   * @param which whatever is due; what may have gone out through this gateway, also before it is due;
   * or what tests it
   */
  async claim(
    most: number,
    except: number[] = [],
    position = this.route.position,
    which: Which = 'due'
  ): Promise<Message[]> {
    const wordings = await MessageTemplate.current()
    const now = DateTime.utc()
    const due =
      which === 'tied'
        ? await this.#tied(now).select(NEEDED).whereNotIn('id', except).limit(most)
        : await this.#due({ position, now, except, most, which })
    if (due.length === 0) return []

    const claim = randomUUID()
    const ids = due.map(({ id }) => id)
    const taken = await this.#take(ids, claim, now, which)
    const ours = taken === ids.length ? ids : await claimedAs(claim, ids)
    const claimed = due.filter(({ id }) => ours.includes(id))
    for (const message of claimed) {
      if (message.state === 'sending') message.unanswered += 1
      message.claimedBy = claim
      message.wording = wordings.of(message)
      message.lateWording = wordings.lateOf(message)
    }
    return claimed
  }

  /** What may have gone out through this gateway, and nobody knows; of many, so many. */
  async tied(most: number): Promise<number[]> {
    const tied = await this.#tied(DateTime.utc(), CLAIMABLE).select('id').limit(most)
    return tied.map(({ id }) => id)
  }

  /** Writes down what became of a claimed message; resolves when that is committed. */
  settle(message: Message, outcome: Outcome): Promise<void> {
    return this.#results.add({ message, outcome })
  }

  /** Gives a claimed message back for later; nobody tried anything, and nobody waits at hand then. */
  async postpone({ id, claimedBy }: Message, until: DateTime, why: string) {
    const next = { next_at: stamp(until), priority: PRIORITY.news }
    const changes = { state: 'waiting', claimed_by: null, ...next, fault: why }
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
    const { channel, position, gateway, among } = this.route
    const now = stamp(DateTime.utc())
    const waiting = (trx: TransactionClientContract) =>
      Message.query({ client: trx })
        .where('channel', channel)
        .whereNotNull('next_at')
        .whereNotIn('id', except)
    await transaction(async (trx) => {
      await waiting(trx)
        .whereNot('position', position)
        .where((own) =>
          own
            .where('bound_to', gateway)
            .orWhere((half) => half.where({ state: 'sending', gateway }))
        )
        .update({ position })
      await waiting(trx)
        .where({ position, gateway, state: 'sending' })
        .where('next_at', '>', now)
        .update({ next_at: now })
      if (position === 0) await this.#inherit(waiting, trx, among, gateway)
    })
  }

  /** The first gateway sends what was left to gateways that are named no more. */
  async #inherit(
    waiting: (trx: TransactionClientContract) => ReturnType<typeof Message.query>,
    trx: TransactionClientContract,
    among: readonly string[],
    gateway: string
  ) {
    await waiting(trx).where('position', '>=', among.length).update({ position: 0 })
    await waiting(trx)
      .where('position', 0)
      .whereNotIn('bound_to', [...among])
      .update({ bound_to: null })
    await waiting(trx)
      .where({ position: 0, state: 'sending' })
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
      for (const [fate, messages] of Map.groupBy(late, fateOf)) {
        const ids = messages.map(({ id }) => id)
        const fault = fate === NO_ANSWER ? { fault: NO_ANSWER } : {}
        const end = ended(fate === NO_ANSWER ? 'failed' : fate, stamp(now))
        await transaction((trx) =>
          Message.query({ client: trx })
            .whereIn('id', ids)
            .where('next_at', '<=', stamp(now))
            .whereIn('state', ['sent', ...CLAIMABLE])
            .update({ ...end, ...fault })
        )
      }
      if (late.length < A_PAGE) return
    }
  }

  /**
   * As many of each priority at most as are wanted of all, each read from its own range of the index:
   * sorting seventeen thousand that wait would take longer than sending one.
   */
  async #due({ position, now, except, most, which }: Wanted) {
    const by = position === this.route.position ? now : now.minus(FIRST_PICK)
    const each = Object.values(PRIORITY).map((priority) => {
      const due = this.#dueOf(priority, position, by).whereNotIn('id', except).limit(most)
      return which === 'tests' ? due.where({ event: 'test', bound_to: this.route.gateway }) : due
    })
    const rows: { priority: number }[] = await union(each)
    const first = rows.sort((a, b) => a.priority - b.priority).slice(0, most)
    return Message.$createMultipleFromAdapterResult(first)
  }

  /** What another gateway may have sent already is left to that one. */
  #dueOf(priority: number, position: number, by: DateTime) {
    const { channel, gateway } = this.route
    return db
      .from('messages')
      .select(NEEDED)
      .where({ channel, position, priority })
      .where('next_at', '<=', stamp(by))
      .whereIn('state', [...CLAIMABLE])
      .where((ours) => ours.whereNull('bound_to').orWhere('bound_to', gateway))
      .where((ours) => ours.whereNot('state', 'sending').orWhere('gateway', gateway))
      .whereNot((lost) => lost.where('state', 'sending').where(mayNotGoAgain))
      .orderBy([{ column: 'next_at' }, { column: 'id' }])
  }

  #tied(now: DateTime, states: readonly MessageState[] = WAITING) {
    const { channel, position, gateway } = this.route
    return (
      Message.query()
        .where({ channel, position, bound_to: gateway })
        .whereNot('event', 'test')
        .whereIn('state', [...states])
        .where('next_at', '<=', stamp(now.plus(LONGEST_WAIT)))
        // What we hold back ourselves nobody tries before its time.
        .where((tried) => tried.whereNull('fault').orWhereNotIn('fault', [...HOLD_REASONS]))
        .orderBy([{ column: 'next_at' }, { column: 'id' }])
    )
  }

  /** On a cluster two claims may meet only at the commit: then one of them runs again. */
  async #take(ids: number[], claim: string, now: DateTime, which: Which) {
    const next = stamp(now.plus(this.claimFor))
    const { gateway, position } = this.route
    // First, while the row still says its old state: MariaDB assigns one column after the other.
    const bound = db.raw("case when state = 'sending' then ? else bound_to end", [gateway])
    const unanswered = db.raw("case when state = 'sending' then unanswered + 1 else unanswered end")
    const changes = {
      ...{ bound_to: bound, unanswered, state: 'sending', claimed_by: claim },
      ...{ gateway, position, next_at: next },
    }
    const taken = await again(() =>
      Message.query()
        .whereIn('id', ids)
        .where((free) =>
          which === 'tied'
            ? free.whereIn('state', [...WAITING])
            : free.where('next_at', '<=', stamp(now)).whereIn('state', [...CLAIMABLE])
        )
        .update(changes)
    )
    return Number(taken)
  }

  #overdue(now: DateTime) {
    const { channel, position } = this.route
    return Message.query()
      .select('id', 'event', 'state', 'attempts', 'unanswered')
      .where({ channel, position })
      .where('next_at', '<=', stamp(now))
      .where((over) =>
        over
          .where('state', 'sent')
          .orWhere('expires_at', '<=', stamp(now))
          .orWhere((lost) => lost.where('state', 'sending').where(mayNotGoAgain))
      )
      .orderBy('next_at')
      .limit(A_PAGE)
  }
}

async function claimedAs(claim: string, among: number[]) {
  const rows = await db.from('messages').whereIn('id', among).where('claimed_by', claim)
  return rows.map(({ id }: { id: number }) => id)
}

/** It may have been sent, and may not be sent again. */
function mayNotGoAgain(half: DatabaseQueryBuilderContract) {
  half.whereIn('event', [...AT_MOST_ONCE]).orWhere('unanswered', '>=', SENDS_IN_DOUBT - 1)
}

function fateOf(message: Message): MessageState | typeof NO_ANSWER {
  const { event, state, attempts, unanswered } = message
  if (state === 'sent') return 'unknown'
  if (state === 'sending' && AT_MOST_ONCE.includes(event)) return 'failed'
  if (state === 'sending' && unanswered >= SENDS_IN_DOUBT - 1) return NO_ANSWER
  return outOfTime(attempts)
}
