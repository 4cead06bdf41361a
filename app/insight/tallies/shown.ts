import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { breathing } from '#shared/breath'
import { asOfOneMoment } from '#shared/database/transaction'
import type { Period } from '#shared/dates/period'
import { moment } from '#shared/dates/stored'
import { difference } from './counted.ts'
import { markOf, type Mark } from './mark.ts'
import { packed, type PackedTally } from './packed.ts'
import { RememberedTallies, type TallyVersion } from './remembered.ts'
import { stepsAfter, type TakenStep } from './steps.ts'
import { NOW, Tallies, TOGETHER, type Counts, type TallyRow } from './tallies.ts'
import { noteText, textMarkOf, textsAfter, type EndedText, type TextMark } from './texts.ts'

/** Steps, and texts, that a page counts itself at most. */
export const TAIL = 100
/** Rows of several authorities that are read in one statement: of more MariaDB reads all that there are. */
const PIECE = 16
const remembered = new RememberedTallies()

export interface Shown {
  tallies: PackedTally[]
  /** Null: nothing is left out. Else what happened after this moment may be missing. */
  until: DateTime | null
}

/** Of one authority, unit by unit; or of several, each with all its units together. */
type Whose = number | readonly number[]

/** What is shown of a week: the rows that are remembered as they are, and those that must be read. */
interface Rows {
  known: PackedTally[]
  changed: StoredTally[]
}

type StoredTally = Omit<TallyRow, 'unitId' | 'counts'> &
  TallyVersion & { unit_id: number; counts: string }

/**
 * What is counted of authorities in a week and the one before it, with what happened since: a hundred
 * rows or so, and a few for each of the last steps, however much there is. As of one moment: of a round
 * that ends meanwhile all is seen or nothing. What the rows count is read where it has changed since
 * this process read it last. Of several, texts are as they were a minute ago. Null while everything is being counted anew, and before the first count.
 */
export async function shown(whose: Whose, week: Period): Promise<Shown | null> {
  const now = DateTime.utc()
  const found = await asOfOneMoment(async (trx) => {
    const mark = await markOf(trx)
    if (mark && mark.recounted_to !== null) return null
    const steps = await stepsAfter(mark?.step_id ?? 0, TAIL + 1, trx)
    if (!mark && steps.length > TAIL) return null
    const rows = await rowsOf(whose, week, trx)
    const tail = new Tallies()
    const untils = [
      await addSteps(steps, mark, week, tail, trx),
      typeof whose === 'number' ? await addTexts(whose, tail, trx) : null,
    ].filter((until) => until !== null)
    return { ...rows, tail, until: untils.length > 0 ? DateTime.min(...untils, now) : null }
  })
  if (!found) return null
  const since = tailOf(found.tail, whose).map(packed)
  return { tallies: [...found.known, ...(await read(found.changed)), ...since], until: found.until }
}

async function rowsOf(whose: Whose, week: Period, trx: TransactionClientContract): Promise<Rows> {
  const weeks = [NOW, week.from.toISODate()!, week.previous.from.toISODate()!]
  const query = trx.from('tallies').whereIn('week', weeks).select('id', 'version')
  if (typeof whose === 'number') query.where('authority_id', whose)
  else query.where('authority_id', TOGETHER).whereIn('unit_id', [...whose])
  const versions: TallyVersion[] = await query
  const all = versions.map((row) => ({ id: row.id, tally: remembered.of(row) }))
  const ids = all.filter(({ tally }) => !tally).map(({ id }) => id)
  const piece = typeof whose === 'number' ? ids.length : PIECE
  const changed: StoredTally[] = []
  for (let at = 0; at < ids.length; at += piece) {
    changed.push(...(await trx.from('tallies').whereIn('id', ids.slice(at, at + piece))))
  }
  return { known: all.flatMap(({ tally }) => tally ?? []), changed }
}

function tailOf(tail: Tallies, whose: Whose) {
  if (typeof whose === 'number') return tail.rows(whose)
  return tail.rows(TOGETHER).filter(({ unitId }) => whose.includes(unitId))
}

/** After a night, or a restart, all of them have changed. */
async function read(rows: StoredTally[]) {
  const breath = breathing()
  const tallies: PackedTally[] = []
  for (const row of rows) {
    const counts = JSON.parse(row.counts) as Counts
    const tally = packed({ week: row.week, sort: row.sort, unitId: row.unit_id, counts })
    remembered.keep(row, tally)
    tallies.push(tally)
    await breath()
  }
  return tallies
}

/** Gives until when they are counted, where too many were taken since. */
async function addSteps(
  steps: TakenStep[],
  mark: Mark | null,
  week: Period,
  tallies: Tallies,
  trx: TransactionClientContract
) {
  if (steps.length > TAIL) return moment(mark?.counted_until ?? steps[0]!.taken_at)
  const ids = [...new Set(steps.map((step) => step.petition_id))]
  if (ids.length > 0) await difference(ids, mark?.edition ?? 0, week.withPrevious, tallies, trx)
  return null
}

async function addTexts(authorityId: number, tallies: Tallies, trx: TransactionClientContract) {
  const mark: TextMark = await textMarkOf(authorityId, trx)
  const texts: EndedText[] = await textsAfter(authorityId, mark, TAIL + 1, trx)
  if (texts.length > TAIL) return moment(mark.final_at)
  for (const text of texts) noteText(text, authorityId, tallies)
  return null
}
