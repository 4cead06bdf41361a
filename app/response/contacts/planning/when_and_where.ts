import i18nManager from '@adonisjs/i18n/services/main'
import { DateTime } from 'luxon'
import { dateWithWeekday } from '#shared/dates/turkish_date'

/** When and where an appointment is, as its petitioner reads it beside the look-up: the texts name no unit. */
export function whenAndWhere(
  { day, at }: { day: string; at: string | null },
  unit: { name: string },
  locale: string
) {
  const on = dateWithWeekday(DateTime.fromISO(day, { zone: 'utc' }), locale)
  const time = locale === 'tr' ? at!.replace(':', '.') : at
  return i18nManager.locale(locale).t('response.contacts.told', { on, time, unit: unit.name })
}
