import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { AnswerDeliverySchema } from '#database/schema'
import { stamp } from '#shared/dates/stored'
import { openWindow } from '../afterwards/open_window.ts'
import type { DeliveryWay } from '../delivering/ways.ts'

interface Delivered {
  petitionId: number
  stepId: number
  /** the id of a joining; 0: whoever brought the petition */
  holder?: number
  way: DeliveryWay
  /** in Türkiye: 2026-12-02 */
  reachedOn: string
  /** null: whoever opened it */
  officer?: { id: number }
}

/**
 * Ulaşma: the day on which an answer reached somebody, by one way. It is written once and never changed;
 * the earliest day counts, and remedies run from it.
 */
export class AnswerDelivery extends AnswerDeliverySchema {
  declare way: DeliveryWay

  /** The first of each way stays: a second one, at the same moment too, is nothing new. */
  static async note(delivered: Delivered, trx?: Trx) {
    const { petitionId, stepId, holder = 0, way, reachedOn, officer } = delivered
    const row = { petition_id: petitionId, step_id: stepId, holder, way, reached_on: reachedOn }
    const by = { noted_by: officer?.id ?? null, noted_at: stamp(DateTime.utc()) }
    const insert = (trx ?? db).insertQuery().table('answer_deliveries')
    await insert
      .insert({ ...row, ...by })
      .knexQuery.onConflict()
      .ignore()
    if (holder === 0) await openWindow(stepId, reachedOn, trx)
  }

  /** By which ways an answer reached this one, the earliest day first; one of each way at most. */
  static of(stepId: number, holder = 0) {
    return this.query().where({ step_id: stepId, holder }).orderBy('reached_on').orderBy('id')
  }

  /** The day from which remedies run; null: nobody knows that it reached anybody. */
  static async reachedOn(stepId: number, holder = 0) {
    return (await this.of(stepId, holder).first())?.day ?? null
  }

  get day() {
    return DateTime.fromISO(this.reachedOn, { zone: 'utc' })
  }
}
