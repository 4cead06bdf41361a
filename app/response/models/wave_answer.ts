import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { WaveAnswerSchema } from '#database/schema'
import type { Officer } from '#organisation'
import { stamp } from '#shared/dates/stored'
import type { Draft } from '../draft.ts'

/** So many are given at the same time; the others follow. */
const MOST_UNDER_WAY = 20

/** Dalga cevabı: one answer to many, written by a unit, approved by its head, given to each by itself. */
export class WaveAnswer extends WaveAnswerSchema {
  /** The newest of a unit, locked where a transaction asks; null: it has written none. */
  static newestOf(waveId: number, unitId: number, trx?: TransactionClientContract) {
    const own = this.query({ client: trx }).where({ wave_id: waveId, unit_id: unitId })
    if (trx) void own.forUpdate()
    return own.orderBy('id', 'desc').first()
  }

  /** The newest of a unit that was approved; null: none was. */
  static lastGivenOf(waveId: number, unitId: number, trx?: TransactionClientContract) {
    const own = this.query({ client: trx }).where({ wave_id: waveId, unit_id: unitId })
    return own.whereNotNull('approved_at').orderBy('id', 'desc').first()
  }

  /** Those that were approved, are not given to all yet and are not stopped, the first one first. */
  static underWay() {
    const stopped = db.from('wave_stops').whereNull('resumed_at')
    stopped.whereColumn('wave_answer_id', 'wave_answers.id')
    return this.query()
      .whereNull('ended_at')
      .whereNotNull('approved_at')
      .whereNotExists(stopped)
      .orderBy('approved_at')
      .orderBy('id')
      .limit(MOST_UNDER_WAY)
  }

  /** Whether its words can still be changed. */
  get isDraft() {
    return this.submittedAt === null
  }

  get isApproved() {
    return this.approvedAt !== null
  }

  /** Whether it is given to one after the other now. */
  get isGiven() {
    return this.isApproved && this.endedAt === null
  }

  get waits() {
    return !this.isDraft && !this.isApproved
  }

  get draft(): Draft {
    const { outcome, ground, text, reason, remedy } = this
    return { outcome, ground, text, reason, remedy }
  }

  say(draft: Draft, officer: Officer) {
    const by = { draftedBy: officer.id, draftedAt: DateTime.utc() }
    return Object.assign(this, draft, by, { version: (this.version ?? 0) + 1 })
  }

  /** Once every petition of it is answered or left. */
  async end() {
    const waiting = db.from('wave_works').where({ wave_answer_id: this.id, state: 'waits' })
    if (await waiting.select('id').first()) return
    await WaveAnswer.query()
      .where('id', this.id)
      .whereNull('ended_at')
      .update({ ended_at: stamp(DateTime.utc()) })
  }
}
