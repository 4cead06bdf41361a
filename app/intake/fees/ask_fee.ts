import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type DateTime } from 'luxon'
import { Catalogue, Deadline, feeAskedDay, type Officer, ruleFor } from '#organisation'
import { dayOf } from '#shared/dates/turkish_date'
import { FeeNotice } from '../models/fee_notice.ts'
import type { PetitionRecord } from '../models/petition_record.ts'
import { feeLetter, feeNote } from './fee_words.ts'
import { settingsOf } from './settings.ts'

export interface FeeSaid {
  /** kuruş */
  amount: number
  covers: string
  /** the day on which the petitioner was told in writing */
  toldOn: DateTime
}

/**
 * Access to what is asked for costs something: both clocks stand from the day of the notice until it is
 * paid. Does nothing, and says so, where the law's time is over or stands already.
 */
export async function askFee(
  petition: PetitionRecord,
  said: FeeSaid,
  officer: Officer,
  trx: TransactionClientContract
) {
  const { rules, calendar } = await Catalogue.of(petition.authorityId)
  const rule = ruleFor(rules, 'fee', petition.kind)
  const payBy = Deadline.for(said.toldOn, rule, calendar).on
  const settings = await settingsOf(petition, said.toldOn, trx)
  const legal = feeAskedDay(settings.legal, payBy)
  if (!legal) return false
  const promise = feeAskedDay(settings.promise, payBy)
  const fee = {
    ...{ petitionId: petition.id, askedBy: officer.id, ruleId: rule.id, payBy, ...said },
    ...{ dueWas: promise && dayOf(petition.dueOn), legalDueWas: dayOf(petition.legalDueOn) },
  }
  await petition.take({
    ...{ kind: 'feeAsked', officer, note: feeNote(fee), trx },
    publicText: feeLetter('asked', petition, fee),
    lastDays: { legal, ...(promise && { promise }) },
    alongside: () => FeeNotice.create(fee, { client: trx }),
  })
  return true
}
