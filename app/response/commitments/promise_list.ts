import { Petition } from '#intake'
import type { Officer } from '#organisation'
import { bounded, COUNTED } from '#shared/database/lists/bounded'
import { today } from '#shared/dates/turkish_date'
import { Commitment } from '../models/commitment.ts'

const PAGE = 30

/**
 * Sözler: what an officer's unit promised, what is due and overdue first; a page along an index, which
 * may end short of what this officer may not see.
 */
export async function promiseList(officer: Officer, after: string) {
  const found = await ofUnit(officer, after).limit(PAGE + 1)
  const some = found.slice(0, PAGE)
  const ids = [...new Set(some.map(({ petitionId }) => petitionId))]
  const petitions = ids.length > 0 ? await Petition.seenBy(officer, ids) : []
  const byId = new Map(petitions.map((petition) => [petition.id, petition]))
  const rows = some.flatMap((one) => {
    const petition = byId.get(one.petitionId)
    return petition ? [{ ...one.facts, number: petition.number }] : []
  })
  const last = found.length > PAGE ? some.at(-1)! : null
  return { rows, next: last && `${last.day}.${last.id}` }
}

/** How many are due. */
export async function duePromises(officer: Officer) {
  if (!officer.atUnit) return bounded(0)
  const due = ofUnit(officer, '').where('day', '<=', today().toISODate()!).select('id')
  return bounded((await due.limit(COUNTED + 1)).length)
}

function ofUnit({ atUnit }: Officer, after: string) {
  const mine = Commitment.query().where({ unit_id: atUnit ?? 0, state: 'open' })
  const [day = '', id = ''] = after.split('.')
  if (/^\d{4}-\d\d-\d\d$/.test(day) && /^\d{1,9}$/.test(id)) {
    void mine.where((rest) => {
      void rest.where('day', '>', day)
      void rest.orWhere((same) => void same.where('day', day).where('id', '>', Number(id)))
    })
  }
  return mine.orderBy('day').orderBy('id')
}
