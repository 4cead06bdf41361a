import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import { stamp } from '#shared/dates/stored'
import { Mail, type MailState } from '../../models/mail.ts'
import { readableBy } from '../../visibility.ts'

const PAGE = 30

/** What arrived by e-mail, of one state: what waits, the oldest first; the others, the newest first. */
export const MailList = {
  /** A page, and the cursor of the next one (null at the end). */
  async page({ authorityId }: Officer, state: MailState, after: string) {
    const waits = state === 'proposed'
    const [way, behind] = waits ? (['asc', '>'] as const) : (['desc', '<'] as const)
    const query = Mail.query()
      .where({ authority_id: authorityId, state })
      .orderBy('arrived_at', way)
      .orderBy('id', way)
    const [, at, id] = /^(\d{1,11})_(\d{1,9})$/.exec(after) ?? []
    if (at) {
      const from = stamp(DateTime.fromSeconds(Number(at)))
      void query
        .where('arrived_at', `${behind}=`, from)
        .where((rest) => void rest.where('arrived_at', behind, from).orWhere('id', behind, id!))
    }
    const found = await query.limit(PAGE + 1)
    const rows = found.slice(0, PAGE)
    const last = rows.at(-1)
    const hasMore = found.length > PAGE
    return { rows, next: hasMore ? `${last!.arrivedAt.toUnixInteger()}_${last!.id}` : null }
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
