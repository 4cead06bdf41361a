import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type { Stored } from '#shared/dates/stored'
import { isoDay } from '../models/reminder.ts'

/** A question that waits, as far as a round looks at it. */
export interface Waiting {
  id: number
  petitionId: number
  authorityId: number
  answerBy: string
}

interface Row {
  id: number
  petition_id: number
  authority_id: number
  answer_by: Stored
}

const A_PIECE = 100

/** Those that wait and whose last day lies before this one, by that day, a piece after the other. */
export async function* openQuestions(before: DateTime, only: 'any' | 'notReminded') {
  for (let after: Waiting | null = null; ;) {
    const query = db
      .from('questions')
      .join('petitions', 'petitions.id', 'questions.petition_id')
      .whereNull('questions.ended_as')
      .where('questions.answer_by', '<', before.toISODate()!)
      .orderBy('questions.answer_by')
      .orderBy('questions.id')
      .limit(A_PIECE)
      .select('questions.id', 'questions.petition_id', 'petitions.authority_id', 'answer_by')
    if (only === 'notReminded') void query.whereNull('questions.reminded_at')
    if (after) later(query, after)
    const found = ((await query) as Row[]).map(asWaiting)
    yield* found
    if (found.length < A_PIECE) return
    after = found.at(-1)!
  }
}

function later(query: ReturnType<typeof db.from>, { answerBy, id }: Waiting) {
  void query.where((rest) => {
    void rest.where('questions.answer_by', '>', answerBy)
    void rest.orWhere(
      (same) => void same.where('questions.answer_by', answerBy).where('questions.id', '>', id)
    )
  })
}

function asWaiting({ id, petition_id, authority_id, answer_by }: Row): Waiting {
  const answerBy = isoDay(answer_by)
  return { id, petitionId: petition_id, authorityId: authority_id, answerBy }
}
