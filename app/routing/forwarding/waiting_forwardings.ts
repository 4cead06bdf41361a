import { Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { along } from '#shared/database/along'
import { Forwarding } from '../models/forwarding.ts'
import type { Waits } from './waits.ts'

const PAGE = 30
/** So many pages are looked through for some that this officer may see. */
const MOST_PAGES = 4

/**
 * What an authority forwarded and this officer follows, of what waits for the same, whatever waits longest
 * first: along an index that holds only what waits, a page at a time.
 */
export const WaitingForwardings = {
  async page(officer: Officer, waits: Waits, after: string) {
    let place = /^\d{1,9}$/.test(after) ? Number(after) : 0
    for (let page = 1; ; page++) {
      const found = await waiting(officer, waits, place)
      const some = found.slice(0, PAGE)
      const isEnd = found.length <= PAGE
      const rows = await rowsOf(some, officer)
      place = some.at(-1)?.id ?? place
      if (rows.length > 0 || isEnd || page === MOST_PAGES) {
        const isShort = rows.length < some.length && !isEnd
        return { rows, next: isEnd ? null : String(place), isShort }
      }
    }
  },
}

/** Before any petition is read: with them at hand at once, MariaDB begins with them. */
function waiting({ authorityId }: Officer, waits: Waits, place: number) {
  return Forwarding.query()
    .from(along('forwardings', ['authority_id', 'waits_for', 'id']))
    .where({ authority_id: authorityId, waits_for: waits })
    .where('id', '>', place)
    .orderBy('id')
    .limit(PAGE + 1)
}

async function rowsOf(some: Forwarding[], officer: Officer) {
  const ids = some.map(({ petitionId }) => petitionId)
  const seen = ids.length > 0 ? await Petition.seenBy(officer, ids) : []
  await Petition.knowOwners(seen, officer)
  const catalogue = await Catalogue.of(officer.authorityId)
  return some.flatMap(({ petitionId, unitId, forwardedAt, documentNumber }) => {
    const petition = seen.find(({ id }) => id === petitionId)
    if (!petition || petition.isOpen || !petition.mayDo('forward', officer)) return []
    const { number, kind, subjectId } = petition
    const subject = catalogue.subject(subjectId)?.nameIn(officer.locale) ?? null
    const body = catalogue.unit(unitId).name
    return [{ ...{ number, kind, subject, body }, at: forwardedAt, documentNumber }]
  })
}
