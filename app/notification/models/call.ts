import db from '@adonisjs/lucid/services/db'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { DateTime } from 'luxon'
import { CallSchema } from '#database/schema'
import { toldOf, type Petition } from '#intake'
import { Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { Typed, type SomeWords } from '#shared/typed/typed'
import { newest } from '#shared/database/newest'
import { transaction } from '#shared/database/transaction'
import { union } from '#shared/database/union'
import { tellByHand } from '../follow_up/by_hand.ts'
import { moment, stamp, type Stored } from '#shared/dates/stored'
import type { Message } from './message.ts'
import { Silence } from './silence.ts'

/** On a line of a list: called so often, and more. */
const MOST_COUNTED = 10

interface Counted {
  count: number
  more: boolean
  lastAt: DateTime
}

const RESULTS = ['reached', 'notReached', 'wrongNumber'] as const

/** What may come of it; a letter is under no number. */
export function callResults({ channel }: Message) {
  return RESULTS.filter((result) => channel !== 'hand' || result !== 'wrongNumber')
}

/** The task is done, or somebody else has called meanwhile; nothing was written. */
export class CalledMeanwhile extends Refusal {
  constructor() {
    super({ field: 'stage', rule: 'calledMeanwhile' })
  }
}

type About = Pick<Petition, 'id' | 'authorityId' | 'cameFrom'>

/** Arama: the bureau called somebody whom no message reached, and what came of it. */
export class Call extends CallSchema {
  @belongsTo(() => Officer)
  declare officer: BelongsTo<typeof Officer>

  /**
   * Who was reached has heard everything: no message of the petition is a task any more. Under a
   * wrong number nobody is to be called or told anything again; what ends the petition becomes a letter
   * or a visit where nothing else tells it. Who was not reached goes to the end of the list.
   *
   * @param words its result, its note, and the task as it was on the officer's page: its moment, as
   *   `Message.task` gives it
   * @throws Refusal for what is missing; CalledMeanwhile
   */
  static async make(message: Message, petition: Petition, officer: Officer, words: SomeWords) {
    const { result, note, task } = new Typed(words).read((form) => ({
      result: form.choice('result', callResults(message), { required: true }),
      note: form.multiline('note'),
      task: form.text('task'),
    }))
    const { phone } = await toldOf(petition)
    await transaction(async (trx) => {
      const now = DateTime.utc()
      const again = result === 'notReached' ? stamp(later(now, message.missedAt)) : null
      const tasks = () => trx.from('messages').where('petition_id', petition.id)
      const taken = await tasks()
        .where({ id: message.id, missed_at: momentOf(task) })
        .update({ missed_at: again })
      if (Number(taken) !== 1) throw new CalledMeanwhile()
      const others = tasks().whereNotNull('missed_at')
      if (result === 'wrongNumber') others.whereNot('channel', 'hand')
      await others.update({ missed_at: again })
      const about = { petitionId: petition.id, messageId: message.id }
      const call = { ...about, officerId: officer.id, result, note, madeAt: now }
      await this.create(call, { client: trx })
      if (result !== 'wrongNumber') return
      if (phone) await Silence.record(petition, phone, 'wrongNumber', officer, trx)
      // Also where the number was known to be wrong, and it was the e-mail that failed.
      await tellByHand([petition.id], trx)
    })
  }

  /**
   * Those about this petition, the newest first, each with its caller: of the authority that has it
   * now. What another one said to the petitioner is its own.
   *
   * @param before id of the call behind which they begin
   */
  static about({ id, authorityId, cameFrom }: About, before = '') {
    const query = this.query().where('petition_id', id).preload('officer').orderBy('id', 'desc')
    if (cameFrom !== null) {
      query.whereHas('officer', (officer) => void officer.where('authority_id', authorityId))
    }
    return newest(query, 'id', before)
  }

  /** How often was called about each of these petitions, and when last. Counted up to ten. */
  static async countedFor(petitionIds: number[]) {
    if (petitionIds.length === 0) return new Map<number, Counted>()
    const parts = petitionIds.map((id) =>
      db
        .from('calls')
        .where('petition_id', id)
        .select('petition_id', 'made_at')
        .orderBy('id', 'desc')
        .limit(MOST_COUNTED + 1)
    )
    const rows: { petition_id: number; made_at: Stored }[] = await union(parts)
    const calls = Map.groupBy(rows, (row) => row.petition_id)
    return new Map(
      Array.from(calls, ([id, own]) => [id, countedIn(own.map((row) => moment(row.made_at)))])
    )
  }

  /** As pages show it. */
  get facts() {
    const { result, note, madeAt: at, officer } = this
    return { result, note, at, officer: officer.name }
  }
}

/** @param moments of calls about one petition */
function countedIn(moments: DateTime[]): Counted {
  return {
    count: Math.min(moments.length, MOST_COUNTED),
    more: moments.length > MOST_COUNTED,
    lastAt: DateTime.max(...moments)!,
  }
}

/** As the row has it. */
function momentOf(task: string) {
  if (!/^\d{1,11}$/.test(task)) throw new CalledMeanwhile()
  return stamp(DateTime.fromSeconds(Number(task)))
}

/** A second press of the same button finds the task changed, within the same second too. */
function later(now: DateTime, before: DateTime | null) {
  const next = before?.plus({ seconds: 1 }) ?? now
  return next > now ? next : now
}
