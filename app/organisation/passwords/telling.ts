import { DateTime } from 'luxon'
import { dateTime } from '#shared/dates/turkish_date'
import { stamp } from '#shared/dates/stored'
import type { Authority } from '../models/authority.ts'
import type { Officer } from '../models/officer.ts'
import { PasswordSlip } from '../models/password_slip.ts'

/** What the manager's list shows of: so many, of so many days. */
const RECENT = { most: 10, days: 30 }

/**
 * That somebody else replaced this officer's password, for the first page afterwards; null when
 * nobody did. Said once.
 */
export async function untold({ id, locale }: Officer) {
  const own = () => PasswordSlip.query().where({ officer_id: id, occasion: 'reset' })
  const slip = await own().whereNull('told_at').preload('issuer').orderBy('id', 'desc').first()
  if (!slip) return null
  await own()
    .whereNull('told_at')
    .update({ told_at: stamp(DateTime.utc()) })
  const params = { at: dateTime(slip.issuedAt, locale), by: slip.issuer?.name ?? '–' }
  return { key: 'organisation.flash.passwordWasReset', params }
}

/** Passwords that somebody replaced for somebody else of late, for whoever answers for the office. */
export function recentResets({ id }: Pick<Authority, 'id'>) {
  const since = stamp(DateTime.utc().minus({ days: RECENT.days }))
  return PasswordSlip.query()
    .where('authority_id', id)
    .orderBy('id', 'desc')
    .limit(RECENT.most)
    .preload('officer')
    .preload('issuer')
    .then((rows) => rows.filter(({ occasion, issuedAt }) => isRecent(occasion, issuedAt, since)))
}

function isRecent(occasion: string, issuedAt: DateTime, since: string) {
  return occasion === 'reset' && stamp(issuedAt) > since
}

/** The same of one officer, for the own page. */
export function resetsOf({ id }: Officer) {
  return PasswordSlip.query()
    .where({ officer_id: id, occasion: 'reset' })
    .orderBy('id', 'desc')
    .limit(RECENT.most)
    .preload('issuer')
}
