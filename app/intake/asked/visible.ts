import type { Officer } from '#organisation'
import { NO_UNIT } from '../charge.ts'
import { notAbout, unitOf, type Conditions } from '../visibility.ts'

/**
 * Who sees what units were asked, beside visibility.ts: whoever sees the petition sees who was asked what,
 * and the unit that is asked sees its own question.
 *
 * | of                       | the unit that is asked sees                       |
 * | ------------------------ | ------------------------------------------------- |
 * | a complaint, a tip-off   | its own question alone                            |
 * | what is restricted       | its own question alone, as long as it is so       |
 * | anything else            | the petition too, as long as its question is open |
 *
 * A unit that is complained about is never asked, and nobody whom the complaint is about sees the question.
 */
const ITS_OWN_ALONE: readonly string[] = ['complaint', 'tipOff']

/** Whether a unit that is asked sees the petition beside its question. */
export function showsPetition({ kind }: { kind: string }) {
  return !ITS_OWN_ALONE.includes(kind)
}

/** Narrows a query that knows `petitions` and `unit_questions` to what the officer's unit was asked. */
export function askedOf<Query extends object>(query: Query, officer: Officer): Query {
  const conditions = query as unknown as Conditions
  conditions.where('unit_questions.unit_id', unitOf(officer) ?? NO_UNIT)
  notAbout(officer, conditions)
  return query
}
