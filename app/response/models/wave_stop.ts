import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { WaveStopSchema } from '#database/schema'
import type { Officer } from '#organisation'
import { stamp } from '#shared/dates/stored'

/** Durdurma: a head holds up that an approved answer is given to one after the other, until it goes on. */
export class WaveStop extends WaveStopSchema {
  /** Those that stand still now. */
  static standing(waveAnswerId: number, trx?: TransactionClientContract) {
    const own = this.query({ client: trx }).where('wave_answer_id', waveAnswerId)
    return own.whereNull('resumed_at').orderBy('id')
  }

  static make({ id }: { id: number }, officer: Officer, trx: TransactionClientContract) {
    const row = { waveAnswerId: id, stoppedBy: officer.id, stoppedAt: DateTime.utc() }
    return this.create(row, { client: trx })
  }

  /** It goes on, however many pressed. */
  static async resume({ id }: { id: number }, officer: Officer, trx: TransactionClientContract) {
    const now = { resumed_by: officer.id, resumed_at: stamp(DateTime.utc()) }
    await this.standing(id, trx).clearOrder().update(now)
  }
}
