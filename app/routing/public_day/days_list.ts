import type { Officer } from '#organisation'
import { PublicDay } from '../models/public_day.ts'

const PAGE = 30

/** The days of an authority, those that are ahead first; a page at a time, along their index. */
export async function publicDays({ authorityId }: Officer, after: string) {
  const query = PublicDay.query().where('authority_id', authorityId).preload('manager')
  const [, day, id] = /^(\d{4}-\d\d-\d\d)_(\d{1,9})$/.exec(after) ?? []
  if (day && id) {
    query.where('day', '<=', day)
    query.where((rest) => void rest.where('day', '<', day).orWhere('id', '<', Number(id)))
  }
  const found = await query
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  const rows = found.slice(0, PAGE)
  const last = rows.at(-1)
  return { rows, next: found.length > PAGE && last ? `${last.day}_${last.id}` : null }
}
