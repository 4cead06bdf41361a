import { levelsOf, Objection, Petition, decides } from '#intake'
import { Catalogue, type Officer } from '#organisation'

/** So many of an authority are looked at: who has more to decide sees those that are due first. */
const MOST = 50

/** The objections that this officer decides, the nearest day first. */
export async function waitingObjections(officer: Officer) {
  const found = await Objection.query()
    .where({ deciding_id: officer.authorityId, state: 'open' })
    .whereIn('level', levelsOf(officer))
    .orderBy('due_on')
    .orderBy('id')
    .limit(MOST)
  const ids = found.map(({ petitionId }) => petitionId)
  const petitions = ids.length > 0 ? await Petition.seenBy(officer, ids) : []
  await Petition.knowOwners(petitions, officer)
  const byId = new Map(petitions.map((petition) => [petition.id, petition]))
  const rows = []
  for (const one of found) {
    const petition = byId.get(one.petitionId)
    if (!petition || !decides(officer, one, petition)) continue
    const { madeAt, dueOn, isLate } = one
    const unit = await whoAnswered(one, officer)
    rows.push({ number: petition.number, madeAt, dueOn, isLate, unit })
  }
  return rows
}

/** The unit, and of a district's answer whose unit it is. */
async function whoAnswered({ authorityId, unitId }: Objection, officer: Officer) {
  const catalogue = await Catalogue.of(authorityId)
  const unit = catalogue.has(unitId) ? catalogue.unit(unitId).name : ''
  if (authorityId === officer.authorityId) return unit
  return [catalogue.authority.name, unit].filter(Boolean).join(' · ')
}

/** How many of them there are, and how many are past their day; null: this officer decides none. */
export async function objectionCounts(officer: Officer) {
  if (!officer.mayOpen('objection_decisions.index')) return null
  const all = await waitingObjections(officer)
  return { open: all.length, late: all.filter(({ isLate }) => isLate).length }
}
