import { objectionsToDecide } from '#intake'
import { Catalogue, type Officer } from '#organisation'

/** So many of an officer are shown and counted: who has more to decide sees those that are due first. */
const MOST = 50

/** The objections that this officer decides, the nearest day first, and whose answers they are about. */
export async function waitingObjections(officer: Officer) {
  const found = await objectionsToDecide(officer, MOST)
  const units = await Promise.all(found.map((one) => whoAnswered(one, officer)))
  return found.map(({ number, madeAt, dueOn, isLate }, at) => {
    return { number, madeAt, dueOn, isLate, unit: units[at]! }
  })
}

/** How many of them there are, and how many are past their day; null: this officer decides none. */
export async function objectionCounts(officer: Officer) {
  if (!officer.mayOpen('objection_decisions.index')) return null
  const all = await objectionsToDecide(officer, MOST)
  return { open: all.length, late: all.filter(({ isLate }) => isLate).length }
}

/** The unit, and of a district's answer whose unit it is. */
async function whoAnswered(
  { authorityId, unitId }: { authorityId: number; unitId: number },
  officer: Officer
) {
  const catalogue = await Catalogue.of(authorityId)
  const unit = catalogue.has(unitId) ? catalogue.unit(unitId).name : ''
  if (authorityId === officer.authorityId) return unit
  return [catalogue.authority.name, unit].filter(Boolean).join(' · ')
}
