import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { Catalogue, DeadlineRule } from '#organisation'
import { LastDay } from '../models/last_day.ts'

/** A petition as far as its last days go: also while a step is taken. */
export type Dated = Parameters<typeof LastDay.of>[0] & { authorityId: number; receivedAt: DateTime }

/** What each clock of a petition is set anew from, on a day. */
export async function settingsOf(petition: Dated, on: DateTime, trx: TransactionClientContract) {
  const { calendar } = await Catalogue.of(petition.authorityId)
  const { promise, legal } = await LastDay.of(petition)
  const { receivedAt } = petition
  const setting = async (said: NonNullable<typeof promise>) => {
    const rule = await DeadlineRule.findOrFail(said.ruleId, { client: trx })
    return { said, receivedAt, rule, calendar, on }
  }
  return { promise: await setting(promise!), legal: await setting(legal!) }
}
