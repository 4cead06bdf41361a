import { Charge, Petition } from '#intake'
import type { Officer } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { Directive } from '../models/directive.ts'

/** So many that are not done stand on a page; who has more does those first. */
const MOST = 50

/** Talimatlar: what an officer gave, and what they and their unit got, as long as it is not done. */
export async function directivesOf(officer: Officer) {
  const given = officer.mayOpen('directives.create') ? await waiting('given_by', officer.id) : []
  const own = [...(await waiting('officer_id', officer.id)), ...(await ofUnit(officer))]
  const all = [...given, ...own]
  const ids = [...new Set(all.map(({ petitionId }) => petitionId))]
  const petitions = ids.length > 0 ? await Petition.seenBy(officer, ids) : []
  const byId = new Map(petitions.map((petition) => [petition.id, petition]))
  const lines = (some: readonly Directive[]) =>
    some.flatMap((one) => {
      const petition = byId.get(one.petitionId)
      return petition ? [{ ...one.facts, number: petition.number }] : []
    })
  return { given: lines(given), own: lines(own) }
}

/** How many an officer and their unit got that wait for an answer, twenty of each at most. */
export async function directivesFor(officer: Officer) {
  const some = [...(await waiting('officer_id', officer.id, 20)), ...(await ofUnit(officer, 20))]
  return some.filter(({ state }) => state === 'open').length
}

/** How many an officer gave are past their day and not done, twenty at most. */
export async function lateDirectivesOf(officer: Officer) {
  if (!officer.mayOpen('directives.create')) return 0
  const late = waiting('given_by', officer.id, 20).where('day', '<', today().toISODate()!)
  return (await late.select('id')).length
}

function waiting(column: 'given_by' | 'officer_id', id: number, most = MOST) {
  const open = Directive.query().where(column, id).whereNull('done_at')
  return open.orderBy('day').orderBy('id').limit(most)
}

/** Given to whoever is in charge: they go along with their petitions. */
async function ofUnit({ authorityId, atUnit }: Officer, most = MOST) {
  if (!atUnit) return []
  const open = Directive.query()
    .select('directives.*')
    .join('petitions', 'petitions.id', 'directives.petition_id')
    .where('directives.authority_id', authorityId)
    .whereNull('directives.officer_id')
    .whereNull('directives.done_at')
  return Charge.ofUnit(open, atUnit).orderBy('directives.day').orderBy('directives.id').limit(most)
}
