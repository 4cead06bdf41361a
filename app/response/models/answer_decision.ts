import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { AnswerDecisionSchema } from '#database/schema'
import type { Officer } from '#organisation'

interface Decided {
  decision: 'approved' | 'sentBack'
  officer: Officer
  reason?: string
}

/** Onay or düzeltme isteği: what the head decided about a draft, when, and why it was sent back. */
export class AnswerDecision extends AnswerDecisionSchema {
  static make(
    { id: answerId }: { id: number },
    { decision, officer, reason }: Decided,
    trx: TransactionClientContract
  ) {
    const by = { officerId: officer.id, decidedAt: DateTime.utc() }
    return this.create({ answerId, decision, reason: reason ?? null, ...by }, { client: trx })
  }

  /** The last one about an answer, or none. */
  static lastOf({ id }: { id: number }) {
    return this.query().where('answer_id', id).orderBy('id', 'desc').limit(1)
  }
}
