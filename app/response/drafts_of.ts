import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Charge } from '#intake'
import { AnswerVersion } from './models/answer_version.ts'
import { Answer } from './models/answer.ts'

/** Somebody who drafts: an officer, by id and unit. */
interface Drafter {
  id: number
  unitId: number | null
}

/** Stages at which a unit still writes. */
const WRITES = ['received', 'routed', 'inProgress', 'awaitingPetitioner']
/** So many of one person's are handed on in one transaction, and more by the next one. */
const PIECE = 200

/** Taslaklar: what one officer of a unit was writing and has not put before the head. */
export const Drafts = {
  /** @returns how many, two hundred at most */
  async countOf(officer: Drafter) {
    return (await openOf(officer)).length
  },

  /**
   * Another officer of the unit goes on with them; the words stay readable as their writer's.
   *
   * @returns how many there were, two hundred at most
   */
  async handOn(from: Drafter, to: { id: number }, trx: TransactionClientContract) {
    const drafts = await openOf(from, trx)
    for (const draft of drafts) {
      await AnswerVersion.of(draft).useTransaction(trx).save()
      await Answer.query({ client: trx })
        .where({ id: draft.id, drafted_by: from.id, version: draft.version })
        .update({ drafted_by: to.id, version: draft.version + 1 })
    }
    return drafts.length
  },
}

function openOf({ id, unitId }: Drafter, trx?: TransactionClientContract) {
  const own = Answer.query({ client: trx })
    .where('answers.drafted_by', id)
    .whereNull('answers.submitted_at')
    .join('petitions', 'petitions.id', 'answers.petition_id')
    .whereIn('petitions.stage', WRITES)
    .whereColumn(Charge.column, 'answers.unit_id')
  return Charge.ofUnit(own, unitId).select('answers.*').orderBy('answers.id').limit(PIECE)
}
