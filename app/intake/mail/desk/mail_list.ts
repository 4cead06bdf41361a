import db from '@adonisjs/lucid/services/db'
import type { Officer } from '#organisation'
import { entered } from '../../lists/reading/seek.ts'
import { Mail, type MailState } from '../../models/mail.ts'
import { readableBy } from '../../visibility.ts'

const PAGE = 30

/** What arrived by e-mail, of one state: what waits, the oldest first; the others, the newest first: as they were read. */
export const MailList = {
  /** A page, and the cursor of the next one (null at the end). */
  async page({ authorityId }: Officer, state: MailState, after: string) {
    const waits = state === 'proposed'
    const [way, behind] = waits ? (['asc', '>'] as const) : (['desc', '<'] as const)
    const place = /^\d{1,9}$/.test(after) ? Number(after) : null
    const query = Mail.query().limit(PAGE + 1)
    const equal = [['authority_id', authorityId] as const, ['state', state] as const]
    // From its place on: MariaDB read all that is newer first.
    const first = entered(query, equal, place !== null)
    if (first) void query.orderBy(first, way)
    if (place !== null) void query.where('id', behind, place)
    const found = await query.orderBy('id', way)
    const rows = found.slice(0, PAGE)
    const last = rows.at(-1)
    const hasMore = found.length > PAGE
    return { rows, next: hasMore ? String(last!.id) : null }
  },

  /** The numbers of the petitions that were made of them and that this officer may see. */
  async numbersOf(rows: Mail[], officer: Officer) {
    const ids = rows.map(({ petitionId }) => petitionId).filter((id) => id !== null)
    if (ids.length === 0) return new Map<number, string>()
    const query = readableBy(db.from('petitions'), officer, { authorityId: officer.authorityId })
    const found: { id: number; number: string }[] = await query
      .whereIn('petitions.id', ids)
      .select('petitions.id', 'petitions.number')
    return new Map(found.map(({ id, number }) => [id, number]))
  },
}
