import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { WaveCheckSchema } from '#database/schema'
import { keptPlaces, placesOf } from '../checks/kept_places.ts'
import type { Noted } from './answer_check.ts'
import type { WaveAnswer } from './wave_answer.ts'

/** What stands beside the one answer to a wave for its head: what it was sent on in spite of, and why. */
export class WaveCheck extends WaveCheckSchema {
  static async keep(
    { id: waveAnswerId, version }: WaveAnswer,
    noted: readonly Noted[],
    officer: { id: number },
    trx: TransactionClientContract
  ) {
    if (noted.length === 0) return
    const about = { waveAnswerId, version, officerId: officer.id, madeAt: DateTime.utc() }
    const rows = noted.map(({ sort, places, reason }) => ({
      ...{ ...about, sort, reason, found: keptPlaces(places) },
    }))
    await this.createMany(rows, { client: trx })
  }

  /** Of the words as they were put before the head. */
  static of({ id, version }: WaveAnswer) {
    return this.query().where({ wave_answer_id: id, version }).orderBy('id')
  }

  get places() {
    return placesOf(this.found)
  }
}
