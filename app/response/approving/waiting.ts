import { PetitionList, type ListFilter } from '#intake'
import type { Officer } from '#organisation'
import { addressOf } from '#shared/address'

/** What waits for whoever approves at a unit, by its last day. */
function filterOf({ atUnit: unitId, authorityId }: Officer): ListFilter {
  return { stages: ['awaitingApproval'], unitId, authorityId }
}

/** So many of them, a page after the other. @param pages of thirty */
export async function waitingFor(officer: Officer, pages = 1) {
  if (officer.atUnit === null || !officer.can('answer.approve')) return []
  const rows = []
  let after: string | null = null
  for (let page = 0; page < pages; page++) {
    const list = await PetitionList.page(officer, filterOf(officer), after)
    rows.push(...list.rows)
    after = list.next
    if (after === null) break
  }
  return rows
}

/** The page of the next one that waits; null: there is none. */
export async function nextWaiting(officer: Officer, number: string) {
  const rows = await waitingFor(officer)
  const at = rows.findIndex((row) => row.number === number)
  const next = rows[at + 1] ?? rows.find((row) => row.number !== number)
  return next ? addressOf('approvals.show', officer.locale, { number: next.number }) : null
}
