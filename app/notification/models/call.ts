import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { DateTime } from 'luxon'
import { CallSchema } from '#database/schema'
import { Petitioner, type Petition } from '#intake'
import { Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import { Typed, type SomeWords } from '#shared/typed/typed'
import { transaction } from '#shared/database/transaction'
import { tellByHand } from '../follow_up/by_hand.ts'
import { stamp } from '#shared/dates/stored'
import type { Message } from './message.ts'
import { Silence } from './silence.ts'

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
    const { phone } = await Petitioner.findByOrFail('petitionId', petition.id)
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
      const call = { messageId: message.id, officerId: officer.id, result, note, madeAt: now }
      await this.create(call, { client: trx })
      if (result !== 'wrongNumber') return
      if (phone) await Silence.record(petition, phone, 'wrongNumber', officer, trx)
      // Also where the number was known to be wrong, and it was the e-mail that failed.
      await tellByHand([petition.id], trx)
    })
  }

  /** All calls about these petitions, the newest first, each with its caller and `petition_id`. */
  static about(petitionIds: number[]) {
    return this.query()
      .select('calls.*', 'messages.petition_id')
      .join('messages', 'messages.id', 'calls.message_id')
      .whereIn('messages.petition_id', petitionIds)
      .preload('officer')
      .orderBy('calls.id', 'desc')
  }

  /** As pages show it. */
  get facts() {
    const { result, note, madeAt: at, officer } = this
    return { result, note, at, officer: officer.name }
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
