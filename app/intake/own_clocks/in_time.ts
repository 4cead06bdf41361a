import { OfficeTime } from '../models/office_time.ts'

/** So many of the latest are looked at, however many there are. */
const LATEST = 200

/** How many of the latest referrals, or first contacts, of an authority were in time. */
export async function inTime(authorityId: number, clock: 'desk' | 'unit') {
  const rows = await OfficeTime.query()
    .where({ authority_id: authorityId, clock })
    .orderBy('id', 'desc')
    .limit(LATEST)
    .select('until', 'met_at')
  const kept = rows.filter(({ until, metAt }) => metAt <= until).length
  return { all: rows.length, kept, share: rows.length > 0 ? kept / rows.length : null }
}
