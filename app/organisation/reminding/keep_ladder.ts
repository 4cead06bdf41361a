import i18n from '@adonisjs/i18n/services/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { writeUnchanged } from '../changes/amend.ts'
import { differing, noteChange, type Facts } from '../changes/change_log.ts'
import type { Clock } from '../deadlines/deadline.ts'
import type { ChangeSort } from '../models/change.ts'
import type { Officer } from '../models/officer.ts'
import { ReminderRule } from '../models/reminder_rule.ts'
import type { Ladder } from './ladder.ts'

/**
 * From the next round on this authority reminds so: the row before is closed and another one entered.
 *
 * @param seen the row that the form showed, with its version
 * @throws Overtaken
 */
export async function changeLadder(
  said: Ladder,
  clock: Clock,
  seen: { rule: ReminderRule | null; version: number },
  officer: Officer,
  trx: TransactionClientContract
) {
  const { rule: before } = seen
  if (before) await close(before, seen.version, trx)
  const firstId = before && (before.firstId ?? before.id)
  const own = { clock, authorityId: officer.authorityId, firstId, version: 1 }
  const row = { ...said, ...own, enteredAt: DateTime.utc() }
  const rule = await ReminderRule.create(row, { client: trx })
  await note(rule, before ? 'amended' : 'added', before ? factsOf(before) : {}, officer, trx)
}

/** From the next round on the house's own ladder stands again. @throws Overtaken */
export async function giveUpLadder(
  rule: ReminderRule,
  version: number,
  officer: Officer,
  trx: TransactionClientContract
) {
  await close(rule, version, trx)
  await note(rule, 'closed', factsOf(rule), officer, trx)
}

/** The first of the rows of which this one is the latest, for what was changed of it. */
export function firstOf({ firstId, id }: Pick<ReminderRule, 'firstId' | 'id'>) {
  return firstId ?? id
}

function close(rule: ReminderRule, version: number, trx: TransactionClientContract) {
  rule.closedAt = DateTime.utc()
  return writeUnchanged(rule, version, trx)
}

function factsOf({ before, onDay, head, chief, governor }: ReminderRule): Facts {
  const said = (days: number | null) => (days === null ? null : String(days))
  return {
    ...{ before: said(before), onDay: onDay ? 'yes' : 'no' },
    ...{ head: said(head), chief: said(chief), governor: said(governor) },
  }
}

function note(
  rule: ReminderRule,
  sort: ChangeSort,
  was: Facts,
  officer: Officer,
  trx: TransactionClientContract
) {
  const { authorityId } = officer
  const changed = { authorityId, thing: 'reminderRule' as const, thingId: firstOf(rule), sort }
  const fields = differing(was, factsOf(rule))
  const name = i18n.locale('tr').t(`administration.calendar.clocks.${rule.clock}`)
  return noteChange({ ...changed, name, fields }, officer, trx)
}
