import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { again, isDuplicate, transaction } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { sealedColumn } from '#shared/sealed'
import type { Words } from '#shared/typed/typed'
import { DraftSitting, MOST_SITTINGS } from '../models/draft_sitting.ts'
import type { PageMark } from './page_mark.ts'

/** What one page sends while somebody writes on it. */
export interface Sent {
  petition: { id: number }
  /** of the unit in charge */
  unitId: number
  officer: { id: number }
  mark: PageMark
  /** The page whose words it showed when it was opened. */
  after: PageMark | null
  part: string
  /** the answer's version */
  begunFrom: number
  words: Words
}

/**
 * Keeps what stands on a page, where nothing newer of the same page is kept: nearly always one
 * statement. It takes the place of the page that it went on from, as long as that one has sent nothing
 * since: else both stay.
 *
 * @returns false: a later one is here, or its words were saved already
 */
export async function keepSitting(sent: Sent) {
  const row = rowOf(sent)
  const mine = () => openRows(sent, db.connection()).where('sitting', sent.mark.sitting)
  const isKept = await again(() => mine().where('turn', '<', sent.mark.turn).update(row))
  if (Number(isKept)) return true
  try {
    return await begin(sent, row)
  } catch (error) {
    // The same page sent twice at the same moment.
    if (!isDuplicate(error, 'one_unique')) throw error
    return Number(await again(() => mine().where('turn', '<', sent.mark.turn).update(row))) === 1
  }
}

/** The first of a page. */
function begin(sent: Sent, row: object) {
  const { mark, after } = sent
  return transaction(async (trx) => {
    const rows = trx.from('draft_sittings').where({ ...own(sent), sitting: mark.sitting })
    if (await rows.first()) return false
    const before = after && openRows(sent, trx).where({ ...after })
    if (before && Number(await before.update(row))) return true
    await trx.table('draft_sittings').insert({ ...own(sent), ...row, begun_at: stamp(now()) })
    const all = DraftSitting.query({ client: trx }).where(own(sent)).orderBy('id', 'desc')
    const oldest = (await all.select('id').limit(MOST_SITTINGS + 1))[MOST_SITTINGS]
    if (oldest) await trx.from('draft_sittings').where('id', oldest.id).delete()
    return true
  })
}

function rowOf({ unitId, mark, part, begunFrom, words }: Sent) {
  return {
    ...{ sitting: mark.sitting, turn: mark.turn, part, begun_from: begunFrom },
    ...{ unit_id: unitId, kept_at: stamp(now()) },
    words: sealedColumn.prepare(JSON.stringify(words)),
  }
}

function openRows(sent: Sent, client: QueryClientContract) {
  return client.from('draft_sittings').where(own(sent)).whereNull('closed_at')
}

function own({ petition, officer }: Sent) {
  return { petition_id: petition.id, officer_id: officer.id }
}

const now = () => DateTime.utc()
