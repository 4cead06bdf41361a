import { isDuplicate } from '#shared/database/transaction'
import { Refusal } from '#shared/typed/problems'
import { administer, writeUnchanged } from '../changes/amend.ts'
import { differing } from '../changes/change_log.ts'
import { Authority } from '../models/authority.ts'
import type { Sitting } from './amend_office.ts'
import { noteOffice, officeAt } from './office_facts.ts'

/**
 * At which name a server is asked for it; null for none.
 *
 * @throws Overtaken; Refusal where another authority has that name
 */
export async function amendHost({ id, seen, author }: Sitting, host: string | null) {
  const taken = () => new Refusal({ field: 'host', rule: 'taken', values: { host } })
  try {
    return await administer(async (trx) => {
      const row = await officeAt(id, trx)
      const fields = differing({ host: row.host }, { host })
      if (fields.length === 0) return false
      if (host && (await Authority.hasHostOfAnother({ code: row.code, host }))) throw taken()
      row.host = host
      await writeUnchanged(row, seen, trx)
      await noteOffice(row, fields, author, trx)
      return true
    })
  } catch (error) {
    throw isDuplicate(error, 'host') ? taken() : error
  }
}
