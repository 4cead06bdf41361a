import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { transaction } from '#shared/database/transaction'
import { writeEntries } from './entry.ts'
import { knowCatalogues } from './following.ts'
import { AT_THE_BEGINNING, mark as marks } from './mark.ts'
import { readEntries } from './reading.ts'

/** Petitions in one transaction at most: nobody else waits for it, but on SQLite all do. */
const A_PIECE = 50
/** Steps before the newest one that are followed again: more than can be open when it begins. */
const ONCE_MORE = 10_000

/** All petitions are written anew, from the first on, by `rebuildPiece`. What is found meanwhile stays. */
export function beginRebuilding() {
  return transaction(async (trx) => {
    const isFirst = !(await marks.of(trx))
    await marks.begin(AT_THE_BEGINNING, trx)
    const { step_id: before } = (await marks.locked(trx))!
    const [petitions] = await trx.from('petitions').max('id as last')
    const [steps] = await trx.from('steps').max('id as last')
    const stepId = isFirst ? Math.max(0, Number(steps.last ?? 0) - ONCE_MORE) : before
    const until = Number(petitions.last ?? 0)
    await marks.move({ step_id: stepId, rebuilt_to: 0, rebuild_until: until }, trx)
  })
}

/** Begins where nothing was ever written. */
export async function beginFirstTime() {
  if (!(await transaction((trx) => marks.of(trx)))) await beginRebuilding()
}

/** What part of a rebuilding that is under way is done; null: none is. */
export async function rebuilt(trx?: TransactionClientContract): Promise<number | null> {
  const mark = await (trx ? marks.of(trx) : transaction((own) => marks.of(own)))
  if (!mark) return 0
  return mark.rebuilt_to === null ? null : mark.rebuilt_to / Math.max(1, mark.rebuild_until)
}

/**
 * The next petitions of a rebuilding, in one transaction: killed anywhere, the next call goes on with
 * what is left.
 *
 * @returns what part of it is done; null when none is under way
 */
export async function rebuildPiece(): Promise<number | null> {
  await knowCatalogues()
  return transaction(async (trx) => {
    const mark = await marks.locked(trx)
    if (!mark || mark.rebuilt_to === null) return null
    const { rebuilt_to: from, rebuild_until: until } = mark
    const ids = await nextOf('petitions', 'id', [from, until], trx)
    const last = ids.length < A_PIECE ? until : ids.at(-1)!
    // Those of which the text is gone as well.
    const noted = await nextOf('search_entries', 'petition_id', [from, last], trx)
    await writeEntries(await readEntries([...new Set([...ids, ...noted])], trx), trx, true)
    const reached = noted.length < A_PIECE ? last : Math.min(last, noted.at(-1)!)
    const isOver = reached >= until
    await marks.move({ rebuilt_to: isOver ? null : reached }, trx)
    return isOver ? 1 : reached / until
  })
}

async function nextOf(
  table: string,
  key: string,
  [from, until]: [number, number],
  trx: TransactionClientContract
): Promise<number[]> {
  const rows = trx.from(table).where(key, '>', from).where(key, '<=', until).orderBy(key)
  return (await rows.limit(A_PIECE).select(key)).map((row) => row[key] as number)
}
