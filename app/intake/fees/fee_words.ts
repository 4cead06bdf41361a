import i18n from '@adonisjs/i18n/services/main'
import { longDate } from '#shared/dates/turkish_date'
import { inLira } from '#shared/typed/lira'
import type { FeeNotice } from '../models/fee_notice.ts'
import type { PetitionRecord } from '../models/petition_record.ts'

type Said = Pick<FeeNotice, 'amount' | 'covers' | 'payBy'>

/** What its petitioner reads of it, in their language. */
export function feeLetter(key: 'asked' | 'lapsed', { locale }: PetitionRecord, fee: Said) {
  const values = {
    amount: inLira(fee.amount, locale),
    covers: fee.covers,
    payBy: longDate(fee.payBy, locale),
  }
  const t = i18n.locale(locale)
  return key === 'asked' ? t.t('intake.fee.letter', values) : t.t('intake.fee.lapsed', values)
}

/** The same as officers read it beside the step. */
export function feeNote({ amount, covers, payBy }: Said) {
  const values = { amount: inLira(amount), covers, payBy: longDate(payBy) }
  return i18n.locale('tr').t('intake.fee.note', values)
}
