import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isDuplicate } from '#shared/database/transaction'
import { today } from '#shared/dates/turkish_date'
import type { Form } from '#shared/typed/typed'
import { Refusal } from '#shared/typed/problems'
import { administer, writeUnchanged } from '../changes/amend.ts'
import { differing, noteChange, type Author, type Facts } from '../changes/change_log.ts'
import { LONGEST } from '../longest.ts'
import type { ChangeSort } from '../models/change.ts'
import { Neighbourhood, NEIGHBOURHOOD_KINDS } from '../models/neighbourhood.ts'

/** What stands in the form of a place, read. */
export function readNeighbourhood(form: Form) {
  return {
    name: form.line('name', { max: LONGEST.neighbourhoods.name, required: true }),
    kind: form.choice('kind', NEIGHBOURHOOD_KINDS, { required: true }),
  }
}
type Place = ReturnType<typeof readNeighbourhood>

/** Which one, which version of it the form showed, and who changes it. */
interface Sitting {
  row: Neighbourhood
  seen: number
  author: Author
}

/** @throws Refusal where there is one of that name and kind, open or closed */
export function addNeighbourhood(authorityId: number, place: Place, author: Author) {
  return unlessTaken(place, async (trx) => {
    const row = await Neighbourhood.create({ authorityId, ...place, version: 1 }, { client: trx })
    await note(row, 'added', {}, author, trx)
  })
}

/** @throws Overtaken; Refusal where there is another one of that name and kind */
export function amendNeighbourhood({ row, seen, author }: Sitting, place: Place) {
  return unlessTaken(place, async (trx) => {
    const { name, kind } = row
    if (name === place.name && kind === place.kind) return
    row.merge(place)
    await writeUnchanged(row, seen, trx)
    await note(row, 'amended', { name, kind }, author, trx)
  })
}

/** Closed today, or open again. @throws Overtaken */
export function closeNeighbourhood({ row, seen, author }: Sitting, isClosed: boolean) {
  if ((row.closedOn !== null) === isClosed) return
  return administer(async (trx) => {
    row.closedOn = isClosed ? today() : null
    await writeUnchanged(row, seen, trx)
    await note(row, isClosed ? 'closed' : 'reopened', {}, author, trx)
  })
}

async function unlessTaken(
  { name }: Place,
  work: (trx: TransactionClientContract) => Promise<void>
) {
  try {
    await administer(work)
  } catch (error) {
    if (!isDuplicate(error, 'folded_name')) throw error
    throw new Refusal({ field: 'name', rule: 'listed', values: { name } })
  }
}

function note(
  { id, authorityId, name, kind }: Neighbourhood,
  sort: ChangeSort,
  was: Facts,
  author: Author,
  trx: TransactionClientContract
) {
  const fields = sort === 'amended' ? differing(was, { name, kind }) : []
  const about = { authorityId, thing: 'neighbourhood', thingId: id, name, sort, fields } as const
  return noteChange(about, author, trx)
}
