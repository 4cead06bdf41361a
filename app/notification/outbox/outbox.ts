import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { authorities } from '#organisation'
import { again, transaction } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import type { Outcome } from '#sms'
import type { Route } from '../dispatch/route.ts'
import type { Hold } from '../limits/hold.ts'
import { PRIORITY } from '../message_events.ts'
import { CLAIMABLE, WAITING } from '../message_states.ts'
import { Message } from '../models/message.ts'
import { MessageTemplate } from '../models/message_template.ts'
import { dueMessages, unanswered, type Wanted } from './due.ts'
import { endOverdue } from './expiry.ts'
import { OutcomeLog } from './outcome_log.ts'
import { recover } from './recovery.ts'

/** Longer than any answer is waited for: whoever claimed a message and is silent so long is dead. */
const CLAIM = { minutes: 2 }

/** Giden kutusu: what waits to be sent through one gateway, and what became of it. */
export class Outbox {
  readonly #outcomes: OutcomeLog

  constructor(
    readonly route: Route,
    private readonly claimFor: { minutes?: number; milliseconds?: number } = CLAIM
  ) {
    this.#outcomes = new OutcomeLog(route)
  }

  /**
   * Takes what is due, so that nobody else takes it: by a conditional update whose affected rows are
   * counted. While nobody knows how to word messages, or under which name they are sent, none is
   * taken.
   */
  async claim(most: number, wanted: Partial<Wanted> = {}): Promise<Message[]> {
    const { except = [], position = this.route.position, which = 'due' } = wanted
    const wordings = await MessageTemplate.current()
    const now = DateTime.utc()
    const due = await dueMessages(this.route, now, { most, except, position, which })
    if (due.length === 0) return []
    const senders = new Map((await authorities()).map(({ id, sender }) => [id, sender]))

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
      message.sender = senders.get(message.authorityId) ?? undefined
    }
    return claimed
  }

  /** What may have gone out through this gateway, and nobody knows; of many, so many. */
  async unanswered(most: number): Promise<number[]> {
    const messages = unanswered(this.route, DateTime.utc(), CLAIMABLE).select('id').limit(most)
    return (await messages).map(({ id }) => id)
  }

  /** Writes down what became of a claimed message; resolves when that is committed. */
  settle(message: Message, outcome: Outcome): Promise<void> {
    return this.#outcomes.add({ message, outcome })
  }

  /** Gives a claimed message back for later; nobody tried anything, and nobody waits at hand then. */
  async postpone({ id, claimedBy }: Message, { until, reason }: Hold) {
    const next = { next_at: stamp(until), priority: PRIORITY.news }
    const changes = { state: 'waiting', claimed_by: null, ...next, fault: reason }
    await transaction((trx) =>
      Message.query({ client: trx })
        .where({ id, claimed_by: claimedBy, state: 'sending' })
        .update(changes)
    )
  }

  recover(except: number[] = [], isOurs = async () => true) {
    return recover(this.route, except, isOurs)
  }

  endOverdue(except: number[] = []) {
    return endOverdue(this.route, except)
  }

  /** On a cluster two claims may meet only at the commit: then one of them runs again. */
  async #take(ids: number[], claim: string, now: DateTime, which: Wanted['which']) {
    const next = stamp(now.plus(this.claimFor))
    const { gateway, position } = this.route
    // First, while the row still says its old state: MariaDB assigns one column after the other.
    const bound = db.raw("case when state = 'sending' then ? else bound_to end", [gateway])
    const sends = db.raw("case when state = 'sending' then unanswered + 1 else unanswered end")
    const changes = {
      ...{ bound_to: bound, unanswered: sends, state: 'sending', claimed_by: claim },
      ...{ gateway, position, next_at: next },
    }
    const taken = await again(() =>
      Message.query()
        .whereIn('id', ids)
        .where((free) =>
          which === 'unanswered'
            ? free.whereIn('state', [...WAITING])
            : free.where('next_at', '<=', stamp(now)).whereIn('state', [...CLAIMABLE])
        )
        .update(changes)
    )
    return Number(taken)
  }
}

async function claimedAs(claim: string, among: number[]) {
  const rows = await db.from('messages').whereIn('id', among).where('claimed_by', claim)
  return rows.map(({ id }: { id: number }) => id)
}
