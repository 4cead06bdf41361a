import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { readableBy } from '#intake'
import type { Officer } from '#organisation'
import { stamp, type Stored } from '#shared/dates/stored'

/** So many are looked at: each costs its petition and two charges. */
export const MOST_RETURNS = 100

/** One unit's giving back, and to whom the petition went then. */
export interface Returned {
  number: string
  from_unit: number
  /** null: it waits at the desk, or ended there */
  to_unit: number | null
  made_at: Stored
  given_back_at: Stored
}

/** The next charge after the one that was given back. */
const NEXT = `(select later.unit_id from referrals as later
  where later.petition_id = returns.petition_id and later.id > returns.referral_id
  order by later.id limit 1) as to_unit`

/** What was given back since a moment at the officer's authority, as far as they see it; latest first. */
export function latestReturns(officer: Officer, since: DateTime): Promise<Returned[]> {
  const query = db
    .from('returns')
    .join('referrals', 'referrals.id', 'returns.referral_id')
    .join('petitions', 'petitions.id', 'returns.petition_id')
    .where('returns.authority_id', officer.authorityId)
    .where('returns.given_back_at', '>=', stamp(since))
  return readableBy(query, officer)
    .select('petitions.number', 'referrals.unit_id as from_unit', 'referrals.made_at')
    .select('returns.given_back_at', db.raw(NEXT))
    .orderBy('returns.given_back_at', 'desc')
    .orderBy('returns.id', 'desc')
    .limit(MOST_RETURNS)
}

/** How many referrals the desk took back since then, a hundred at most: they are counted apart. */
export async function recallsSince(officer: Officer, since: DateTime) {
  const query = db
    .from('recalls')
    .join('petitions', 'petitions.id', 'recalls.petition_id')
    .where('recalls.authority_id', officer.authorityId)
    .where('recalls.recalled_at', '>=', stamp(since))
  const rows = await readableBy(query, officer).select('recalls.id').limit(MOST_RETURNS)
  return rows.length
}
