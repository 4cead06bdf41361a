import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { administer, writeUnchanged } from '../changes/amend.ts'
import { differing, type Author } from '../changes/change_log.ts'
import { OpeningHour } from '../models/opening_hour.ts'
import { factsOf, noteOffice, officeAt } from './office_facts.ts'
import type { OpenOn } from './hours_words.ts'
import type { Office } from './office_form.ts'
import { promiseFromNowOn, promiseOf } from './promise.ts'

/** Whose, which version of it the form showed, and who changes it. */
export interface Sitting {
  id: number
  seen: number
  author: Author
}

/**
 * What stands about an authority from now on; the same once more changes nothing.
 *
 * @returns whether anything changed
 * @throws Overtaken
 */
export function amendOffice({ id, seen, author }: Sitting, office: Office) {
  return administer(async (trx) => {
    const row = await officeAt(id, trx)
    const promise = await promiseOf(id, trx)
    const was = factsOf(row, row.openingHours, promise)
    row.merge(office.row)
    const fields = differing(was, factsOf(row, office.openingHours, office.promise ?? promise))
    if (fields.length === 0) return false
    await writeUnchanged(row, seen, trx)
    await openFrom(id, office.openingHours, trx)
    if (office.promise && office.promise !== promise) {
      await promiseFromNowOn(id, office.promise, trx)
    }
    await noteOffice(row, fields, author, trx)
    return true
  })
}

async function openFrom(
  authorityId: number,
  hours: readonly OpenOn[],
  client: TransactionClientContract
) {
  await OpeningHour.query({ client }).where({ authority_id: authorityId }).delete()
  const rows = hours.map((row) => ({ authorityId, ...row }))
  await OpeningHour.createMany(rows, { client })
}
