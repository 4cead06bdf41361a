import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { writeUnchanged } from '../changes/amend.ts'
import { ruleFor } from '../deadlines/rules/rule_for.ts'
import { DeadlineRule } from '../models/deadline_rule.ts'

/** How an authority counts the seven days of its promise. */
export const PROMISES = ['calendar', 'working'] as const
export type Promise7 = (typeof PROMISES)[number]

const DAYS = 7

const RULES = {
  calendar: {
    rolls: true,
    reason: 'kayıt gününden sonra 7 gün',
    reasonEn: '7 days after receipt',
  },
  working: {
    rolls: false,
    reason: 'kayıt gününden sonra 7 iş günü',
    reasonEn: '7 working days after receipt',
  },
}
const SOURCE = 'Açık Kapı: makamın kararı'

/** Which of the two it is now; null where the rule is another one. */
export async function promiseOf(authorityId: number, trx?: TransactionClientContract) {
  const rules = await DeadlineRule.query(trx && { client: trx })
    .whereNull('closed_at')
    .where((of) => {
      void of.where('authority_id', authorityId).orWhereNull('authority_id')
    })
  const { days, counted } = ruleFor(rules, 'promise', 'request')
  return days === DAYS ? (PROMISES.find((one) => one === counted) ?? null) : null
}

/**
 * A rule of the authority's own, for petitions from now on; the one before is closed, and earlier
 * petitions keep the rule that they name.
 */
export async function promiseFromNowOn(
  authorityId: number,
  counted: Promise7,
  trx: TransactionClientContract
) {
  const own = { authority_id: authorityId, clock: 'promise' }
  const kept = DeadlineRule.query({ client: trx }).where(own).whereNull('petition_kind')
  const before = await kept.whereNull('closed_at').orderBy('id', 'desc').first()
  if (before) {
    before.closedAt = DateTime.utc()
    await writeUnchanged(before, before.version, trx)
  }
  const firstId = before ? (before.firstId ?? before.id) : null
  const rule = { clock: 'promise', petitionKind: null, days: DAYS, counted, source: SOURCE }
  const since = DateTime.utc()
  const row = { authorityId, firstId, since, version: 1, ...rule, ...RULES[counted] }
  return DeadlineRule.create(row, { client: trx })
}
