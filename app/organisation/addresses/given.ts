import { isDuplicate } from '#shared/database/transaction'
import { Refusal, type Reason } from '#shared/typed/problems'
import { administer, writeUnchanged } from '../changes/amend.ts'
import { differing, noteChange, type Author } from '../changes/change_log.ts'
import { Authority } from '../models/authority.ts'
import { CODE, isReserved } from './code.ts'

interface Address {
  code: string
  /** Null: at the shared address alone. */
  host: string | null
}

/** Who gives it, and the version of the authority that they saw. */
interface Given {
  author: Author
  seen: number
}

/** Why an authority cannot have this code, if it cannot. */
export async function wrongWithCode(code: string, own?: Authority): Promise<Reason | null> {
  if (!CODE.test(code)) return { field: 'code', rule: 'format' }
  if (isReserved(code)) return { field: 'code', rule: 'reserved', values: { code } }
  const known = await Authority.findBy('code', code)
  return known && known.id !== own?.id ? taken('code', code) : null
}

/** Why it cannot have this host, if it cannot. */
export async function wrongWithHost(host: string | null, own?: Authority): Promise<Reason | null> {
  const known = host === null ? null : await Authority.findBy('host', host)
  return known && known.id !== own?.id ? taken('host', host) : null
}

/**
 * From now on its pages stand there, and below a code that it had before no longer.
 *
 * @throws Refusal with everything that it cannot have; Overtaken
 */
export async function giveAddress(authority: Authority, is: Address, { author, seen }: Given) {
  const wrong = [
    is.code === authority.code ? null : await wrongWithCode(is.code, authority),
    await wrongWithHost(is.host, authority),
  ].filter((reason) => reason !== null)
  if (wrong.length > 0) throw new Refusal(...wrong)
  try {
    await administer(async (trx) => {
      const row = await Authority.findOrFail(authority.id, { client: trx })
      const fields = differing({ code: row.code, host: row.host }, { ...is })
      // One's own second sending: done already.
      if (fields.length === 0) return
      await writeUnchanged(row.merge(is), seen, trx)
      const { id, name } = row
      const change = { thing: 'authority', thingId: id, name, sort: 'amended', fields } as const
      await noteChange({ authorityId: id, ...change }, author, trx)
    })
  } catch (error) {
    // Two at once, of two authorities.
    for (const [field, value] of Object.entries(is)) {
      if (isDuplicate(error, field)) throw new Refusal(taken(field, value))
    }
    throw error
  }
}

function taken(field: string, value: string | null): Reason {
  return { field, rule: 'taken', values: { [field]: value } }
}
