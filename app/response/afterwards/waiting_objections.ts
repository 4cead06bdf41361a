import { objectionsToDecide } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { bounded, COUNTED } from '#shared/database/lists/bounded'

/** So many of an officer are shown: who has more to decide sees those that are due first. */
const MOST = 50

/**
 * The objections that this officer decides, the nearest day first, and whose answers they are about;
 * `more`: others come once these are decided.
 */
export async function waitingObjections(officer: Officer) {
  const all = await objectionsToDecide(officer, MOST + 1)
  const found = all.slice(0, MOST)
  const units = await Promise.all(found.map((one) => whoAnswered(one, officer)))
  const rows = found.map(({ number, madeAt, dueOn, isLate }, at) => {
    return { number, madeAt, dueOn, isLate, unit: units[at]! }
  })
  return { rows, more: all.length > MOST }
}

/** How many of them there are, and how many are past their day; null: this officer decides none. */
export async function objectionCounts(officer: Officer) {
  if (!officer.mayOpen('objection_decisions.index')) return null
  const all = await objectionsToDecide(officer, COUNTED + 1)
  const late = all.filter(({ isLate }) => isLate)
  return { open: bounded(all.length), late: bounded(late.length) }
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
