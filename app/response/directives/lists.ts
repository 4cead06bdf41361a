import { Charge, Petition } from '#intake'
import type { Officer } from '#organisation'
import { bounded, COUNTED } from '#shared/database/lists/bounded'
import { today } from '#shared/dates/turkish_date'
import { Directive } from '../models/directive.ts'

/** So many that are not done stand on a page; who has more does those first. */
const MOST = 50
const NONE = bounded(0)

/**
 * Talimatlar: what an officer gave, and what they and their unit got, as long as it is not done; `more`:
 * others come once these are done.
 */
export async function directivesOf(officer: Officer) {
  const lists = [
    officer.mayOpen('directives.create') ? await waiting('given_by', officer.id, MOST + 1) : [],
    await waiting('officer_id', officer.id, MOST + 1),
    await ofUnit(officer, MOST + 1),
  ]
  const [given, mine, units] = lists.map((list) => list.slice(0, MOST))
  const own = [...mine!, ...units!].toSorted((one, other) => (one.day < other.day ? -1 : 1))
  const all = [...given!, ...own]
  const ids = [...new Set(all.map(({ petitionId }) => petitionId))]
  const petitions = ids.length > 0 ? await Petition.seenBy(officer, ids) : []
  const byId = new Map(petitions.map((petition) => [petition.id, petition]))
  const lines = (some: readonly Directive[]) =>
    some.flatMap((one) => {
      const petition = byId.get(one.petitionId)
      return petition ? [{ ...one.facts, number: petition.number }] : []
    })
  const more = lists.some((list) => list.length > MOST)
  return { given: lines(given!), own: lines(own), more }
}

/** How many an officer and their unit got that wait for an answer. */
export async function directivesFor(officer: Officer) {
  const mine = await waiting('officer_id', officer.id, COUNTED + 1).where('state', 'open')
  const units = await ofUnit(officer, COUNTED + 1, 'open')
  return bounded(mine.length + units.length)
}

/** How many an officer gave are past their day and not done. */
export async function lateDirectivesOf(officer: Officer) {
  if (!officer.mayOpen('directives.create')) return NONE
  const late = waiting('given_by', officer.id, COUNTED + 1).where('day', '<', today().toISODate()!)
  return bounded((await late.select('id')).length)
}

function waiting(column: 'given_by' | 'officer_id', id: number, most: number) {
  const open = Directive.query().where(column, id).whereNull('done_at')
  return open.orderBy('day').orderBy('id').limit(most)
}

/** Given to whoever is in charge: they go along with their petitions. */
async function ofUnit({ authorityId, atUnit }: Officer, most: number, state?: Directive['state']) {
  if (!atUnit) return []
  const open = Directive.query()
    .select('directives.*')
    .join('petitions', 'petitions.id', 'directives.petition_id')
    .where('directives.authority_id', authorityId)
    .whereNull('directives.officer_id')
    .whereNull('directives.done_at')
  if (state) void open.where('directives.state', state)
  return Charge.ofUnit(open, atUnit).orderBy('directives.day').orderBy('directives.id').limit(most)
}
