import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { AnswerCheckSchema } from '#database/schema'
import type { Finding, Sort } from '../checks/finding.ts'
import { keptPlaces, placesOf } from '../checks/kept_places.ts'

/** A check that was passed over with a reason, an example that words came from, or a model's proposal. */
export interface Noted {
  sort: Sort | 'source' | 'proposal'
  places: Finding['places']
  reason: string | null
  exampleId?: number
}

/** An answer has so many at most: one of each check, and the examples. */
const MOST = 20

/** What stands beside an answer for its head: what its author sent it on in spite of, and why. */
export class AnswerCheck extends AnswerCheckSchema {
  /** @param version as which the answer is kept */
  static async keep(
    { id: answerId }: { id: number },
    version: number,
    noted: readonly Noted[],
    officer: { id: number },
    trx: TransactionClientContract
  ) {
    if (noted.length === 0) return
    const about = { answerId, version, officerId: officer.id, madeAt: DateTime.utc() }
    const rows = noted.map(({ sort, places, reason, exampleId }) => ({
      ...{ ...about, sort, reason, exampleId: exampleId ?? null },
      found: keptPlaces(places),
    }))
    await this.createMany(rows, { client: trx })
  }

  /** What its author knew as it was submitted last; asked only while it waits. */
  static async of(answer: { id: number; submittedAt: DateTime | null } | null) {
    if (!answer?.submittedAt) return []
    const rows = await this.query()
      .where('answer_id', answer.id)
      .orderBy('version', 'desc')
      .orderBy('id')
      .limit(MOST)
    return rows.filter(({ madeAt }) => madeAt >= answer.submittedAt!)
  }

  /** What these answers were submitted in spite of, and which of them with a model's proposal. */
  static async passedOver(answers: readonly { id: number; submittedAt: DateTime | null }[]) {
    if (answers.length === 0) return []
    const submitted = new Map(answers.map(({ id, submittedAt }) => [id, submittedAt!]))
    const rows = await this.query()
      .whereIn('answer_id', [...submitted.keys()])
      .where((one) => one.whereNotNull('reason').orWhere('sort', 'proposal'))
      .select('answer_id', 'made_at', 'sort', 'reason')
    return rows.filter(({ answerId, madeAt }) => madeAt >= submitted.get(answerId)!)
  }

  get places() {
    return placesOf(this.found)
  }
}
