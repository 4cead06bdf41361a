import i18nManager from '@adonisjs/i18n/services/main'
import { DateTime } from 'luxon'
import { longDate, shortDate } from '#shared/turkish_date'
import type { Placeholders } from './models/message.ts'
import type { MessageEvent } from './told.ts'

/** What decides the words of a message. */
export interface Told {
  event: MessageEvent
  locale: string
  placeholders: Placeholders
  /** Only at the receipt, and only until it was told. */
  sealed: string | null
}

/** The words of a text message, short enough for one. */
export function smsText(message: Told) {
  return written(message, `sms.${message.event}`, message.locale === 'tr' ? shortDate : inEnglish)
}

/** An e-mail in plain text. */
export function letter(message: Told) {
  const date = (day: DateTime) => longDate(day, message.locale)
  return {
    subject: written(message, `email.${message.event}.subject`, date),
    text: written(message, `email.${message.event}.text`, date),
  }
}

/** @throws Error rather than tell a citizen that a translation is missing */
function written(message: Told, name: string, date: (day: DateTime) => string) {
  const { locale, placeholders, sealed } = message
  const i18n = i18nManager.locale(locale)
  const key = `texts.${name}`
  if (!i18n.hasMessage(key)) throw new Error(`no words for ${key} in ${locale}`)
  const { number, dueOn } = placeholders
  const values = { number, dueOn: date(DateTime.fromISO(dueOn, { zone: 'utc' })) }
  return i18n.t(key, sealed ? { ...values, secret: sealed } : values)
}

function inEnglish(day: DateTime) {
  return longDate(day, 'en')
}
