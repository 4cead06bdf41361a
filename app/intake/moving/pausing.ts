import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Catalogue, DeadlineRule, pausedDay, resumedDay } from '#organisation'
import { LastDay } from '../models/last_day.ts'
import type { PetitionRecord } from '../models/petition_record.ts'
import type { StepDetails } from '../models/step.ts'

/**
 * The petitioner was asked: the promise stands until the answer is there, the law's clock goes on
 * (law 3071 art. 7 knows no question). Does nothing where it stands already or its day has passed.
 */
export function pausePromise(
  petition: PetitionRecord,
  details: StepDetails,
  trx: TransactionClientContract
) {
  return set(petition, 'promisePaused', details, trx)
}

/** The answer came: the days of waiting are not counted. Does nothing where it does not stand. */
export function resumePromise(
  petition: PetitionRecord,
  details: StepDetails,
  trx: TransactionClientContract
) {
  return set(petition, 'promiseResumed', details, trx)
}

async function set(
  petition: PetitionRecord,
  kind: 'promisePaused' | 'promiseResumed',
  details: StepDetails,
  trx: TransactionClientContract
) {
  const { promise: said } = await LastDay.of(petition)
  const { calendar } = await Catalogue.of(petition.authorityId)
  const rule = await DeadlineRule.findOrFail(said!.ruleId, { client: trx })
  const { receivedAt } = petition
  const on = details.takenAt ?? DateTime.utc()
  const setting = { said: said!, receivedAt, rule, calendar, on }
  const promise = kind === 'promisePaused' ? pausedDay(setting) : resumedDay(setting)
  return promise && petition.take({ kind, ...details, lastDays: { promise }, trx })
}
