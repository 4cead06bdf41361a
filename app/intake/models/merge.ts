import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { MergeSchema } from '#database/schema'
import type { Officer } from '#organisation'
import { dayOf, daysBetween, today } from '#shared/dates/turkish_date'

/** Calendar days after that of the merger, as with a withdrawal. */
const DAYS_TO_PART = 7

/** Birleştirme: a petition is answered with another one of the same person, which leads. */
export class Merge extends MergeSchema {
  static make(
    led: { id: number; stage: string },
    lead: { id: number },
    officer: Officer,
    trx: TransactionClientContract
  ) {
    const row = { petitionId: led.id, leadId: lead.id, stageWas: led.stage, mergedBy: officer.id }
    return this.create({ ...row, mergedAt: DateTime.utc() }, { client: trx })
  }

  /** The one by which it is led now. @throws where none does */
  static nowOf({ id }: { id: number }, trx?: TransactionClientContract) {
    return this.query({ client: trx })
      .where('petition_id', id)
      .whereNull('parted_at')
      .orderBy('id', 'desc')
      .firstOrFail()
  }

  /** Until when they can be parted: the last whole day. */
  get lastDayToPart() {
    return dayOf(this.mergedAt).plus({ days: DAYS_TO_PART })
  }

  get mayBeParted() {
    return this.partedAt === null && daysBetween(today(), this.lastDayToPart) >= 0
  }

  end(officer: Officer | null, trx: TransactionClientContract) {
    Object.assign(this, { partedAt: DateTime.utc(), partedBy: officer?.id ?? null })
    return this.useTransaction(trx).save()
  }
}
