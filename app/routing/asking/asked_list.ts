import { askedOf, Charge, readableBy, UnitQuestion, unitOf } from '#intake'
import type { Officer } from '#organisation'
import { stamp } from '#shared/dates/stored'
import { PLACES } from './place.ts'

const PAGE = 30

export const ASKED_FILTERS = ['open', 'ended'] as const
export type AskedFilter = (typeof ASKED_FILTERS)[number]

/**
 * Size sorulanlar: what an officer's unit is asked, by its day, or what was asked, the last one first; a
 * page along an index at a time, which may end short of what this officer may not see.
 */
export const AskedList = {
  async page(officer: Officer, filter: AskedFilter, after: string) {
    const unitId = unitOf(officer)
    if (!unitId) return { rows: [], next: null }
    const query = UnitQuestion.query()
      .where('unit_id', unitId)
      .limit(PAGE + 1)
    PLACES[filter].order(query, after)
    const found = await query
    const some = found.slice(0, PAGE)
    const seen = await seenOf(officer, some)
    const last = found.length > PAGE ? some.at(-1)! : null
    return {
      rows: some.flatMap(({ id }) => seen.get(id) ?? []),
      next: last && PLACES[filter].after(last),
    }
  },

  /** One that this officer's unit was asked, with the petition's number; null for any other. */
  async find(officer: Officer, id: string) {
    if (!/^\d{1,9}$/.test(id)) return null
    const query = withPetition().where('unit_questions.id', Number(id))
    return askedOf(query, officer).first()
  },

  /** What waits for an answer with the earliest day. */
  async first(officer: Officer) {
    const open = withPetition().where('unit_questions.state', 'open').orderBy('due_on')
    return unitOf(officer) ? askedOf(open, officer).first() : null
  },

  /** What was said lately to what the officer's unit wanted to know, of petitions that it has. */
  async told(officer: Officer, since: Parameters<typeof stamp>[0], most: number) {
    const unitId = unitOf(officer)
    if (!unitId) return []
    const query = withPetition()
      .where('unit_questions.for_unit_id', unitId)
      .where('unit_questions.ended_at', '>=', stamp(since))
      .whereIn('unit_questions.state', ['answered', 'declined'])
    const latest = Charge.ofUnit(query, unitId)
      .orderBy('unit_questions.ended_at', 'desc')
      .limit(most)
    return readableBy(latest, officer)
  },
}

/** Joined by themselves: with the order at hand at once, MariaDB may begin with the petitions. */
async function seenOf(officer: Officer, some: readonly UnitQuestion[]) {
  const ids = some.map(({ id }) => id)
  if (ids.length === 0) return new Map<number, UnitQuestion>()
  const rows = await askedOf(withPetition().whereIn('unit_questions.id', ids), officer)
  return new Map(rows.map((row) => [row.id, row]))
}

function withPetition() {
  return UnitQuestion.query()
    .join('petitions', 'petitions.id', 'unit_questions.petition_id')
    .select('unit_questions.*', 'petitions.number')
}
