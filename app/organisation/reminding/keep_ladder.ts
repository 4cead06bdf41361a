import i18n from '@adonisjs/i18n/services/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { giveUp, type Seen, type Sort, succeed } from '../changes/succeeding.ts'
import type { Clock } from '../deadlines/deadline.ts'
import type { Officer } from '../models/officer.ts'
import { ReminderRule } from '../models/reminder_rule.ts'
import type { Ladder } from './ladder.ts'

const LADDERS: Sort<ReminderRule> = {
  model: ReminderRule,
  thing: 'reminderRule',
  factsOf({ before, onDay, head, chief, governor }) {
    const said = (days: number | null) => (days === null ? null : String(days))
    return {
      ...{ before: said(before), onDay: onDay ? 'yes' : 'no' },
      ...{ head: said(head), chief: said(chief), governor: said(governor) },
    }
  },
  nameOf: ({ clock }) => i18n.locale('tr').t(`administration.calendar.clocks.${clock}`),
}

/** From the next round on this authority reminds so. @throws Overtaken */
export function changeLadder(
  said: Ladder,
  clock: Clock,
  seen: Seen<ReminderRule>,
  officer: Officer,
  trx: TransactionClientContract
) {
  return succeed(LADDERS, { ...said, clock, enteredAt: DateTime.utc() }, seen, officer, trx)
}

/** From the next round on the house's own ladder stands again. @throws Overtaken */
export function giveUpLadder(
  rule: ReminderRule,
  version: number,
  officer: Officer,
  trx: TransactionClientContract
) {
  return giveUp(LADDERS, rule, version, officer, trx)
}
