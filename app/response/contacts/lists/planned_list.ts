import { Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { Names } from '../../card/names.ts'
import { ContactPlan } from '../../models/contact_plan.ts'

const PAGE = 30
/** So many of what is due stand above the inbox. */
const ABOVE = 5

/**
 * Görüşülecekler: what is next with petitioners of an officer's unit, what is overdue and due first; a
 * page along an index at a time, which may end short of what this officer may not see.
 */
export const PlannedList = {
  async page(officer: Officer, after: string) {
    const found = await ofUnit(officer, after).limit(PAGE + 1)
    const some = found.slice(0, PAGE)
    const last = found.length > PAGE ? some.at(-1)! : null
    return { rows: await linesOf(officer, some), next: last && `${last.day}.${last.id}` }
  },

  /** What is due today or before, of one page. */
  async due(officer: Officer) {
    if (!officer.atUnit) return []
    const due = ofUnit(officer, '').where('day', '<=', today().toISODate()!)
    return linesOf(officer, await due.limit(ABOVE))
  },
}

function ofUnit({ atUnit }: Officer, after: string) {
  const [, day, id] = /^(\d{4}-\d\d-\d\d)\.(\d{1,9})$/.exec(after) ?? []
  const open = ContactPlan.query().where({ unit_id: atUnit ?? 0, state: 'open' })
  if (day) {
    open.where((one) => {
      one.where('day', '>', day).orWhere((same) => same.where('day', day).where('id', '>', id!))
    })
  }
  return open.orderBy('day').orderBy('id')
}

/** Each with its petition, of those that the officer sees. */
export async function linesOf(officer: Officer, plans: readonly ContactPlan[]) {
  const ids = [...new Set(plans.map(({ petitionId }) => petitionId))]
  const petitions = ids.length > 0 ? await Petition.seenBy(officer, ids) : []
  const byId = new Map(petitions.map((petition) => [petition.id, petition]))
  const catalogue = await Catalogue.of(officer.authorityId)
  const names = await Names.of(
    plans.map(({ officerId }) => officerId),
    [],
    catalogue
  )
  return plans.flatMap((plan) => {
    const petition = byId.get(plan.petitionId)
    return petition ? [{ ...plan.facts, petition, who: names.officer(plan.officerId) }] : []
  })
}
