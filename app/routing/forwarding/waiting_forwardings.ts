import { Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { along } from '#shared/database/along'
import { seenPage } from '#shared/database/lists/seen_page'
import { Forwarding } from '../models/forwarding.ts'
import type { Waits } from './waits.ts'

/**
 * What an authority forwarded and this officer follows, of what waits for the same, whatever waits longest
 * first: along an index that holds only what waits, a page at a time.
 */
export const WaitingForwardings = {
  page(officer: Officer, waits: Waits, after: string) {
    return seenPage(
      after,
      (place, limit) => waiting(officer, waits, place).limit(limit),
      (some) => rowsOf(some, officer)
    )
  },
}

/** Before any petition is read: with them at hand at once, MariaDB begins with them. */
function waiting({ authorityId }: Officer, waits: Waits, place: number) {
  return Forwarding.query()
    .from(along('forwardings', ['authority_id', 'waits_for', 'id']))
    .where({ authority_id: authorityId, waits_for: waits })
    .where('id', '>', place)
    .orderBy('id')
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
