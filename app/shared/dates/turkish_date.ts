import { DateTime, FixedOffsetZone, Info } from 'luxon'

/** Türkiye's zone by its name: of days that somebody types, and of moments before 2017. */
const ISTANBUL = 'Europe/Istanbul'
/**
 * Since 2016 there is no summer time: UTC+3 all year. luxon asks the named zone of every moment
 * anew, which was a tenth of a look-up.
 */
const ALWAYS_SUMMER = FixedOffsetZone.instance(180)
const SINCE = Date.UTC(2017, 0)
const DAY = 24 * 3600 * 1000
const AHEAD = 3 * 3600 * 1000

/** The day that it is in Türkiye now, at its first moment. */
export function today() {
  return dayOf(DateTime.now())
}

/**
 * The day in Türkiye on which a moment falls, at its first moment. A `date` column arrives as
 * midnight UTC, which is 03.00 of the same day here.
 */
export function dayOf(moment: DateTime) {
  return inTurkiye(moment).startOf('day')
}

/** A moment as clocks show it here. */
export function inTurkiye(moment: DateTime) {
  return moment.setZone(moment.toMillis() < SINCE ? ISTANBUL : ALWAYS_SUMMER)
}

/** A day as a date field sends it (2026-12-02) or as people write it (2.12.2026). */
export const Day = {
  parse(text: string) {
    const format = text.includes('.') ? 'd.M.yyyy' : 'yyyy-MM-dd'
    const day = DateTime.fromFormat(text, format, { zone: ISTANBUL })
    // MariaDB knows no day before the year 1000.
    return day.isValid && day.year >= 1000 ? day : null
  },
}

/** Whole days from one day in Türkiye to another, negative when that one was before. */
export function daysBetween(from: DateTime, until: DateTime) {
  return dayNumber(until) - dayNumber(from)
}

/** The day with that number, at its first moment. */
export function dayAt(number: number) {
  const at = number * DAY
  if (at <= SINCE + DAY) return dayOf(DateTime.fromMillis(at))
  return DateTime.fromMillis(at - AHEAD, { zone: ALWAYS_SUMMER })
}

/** 2 Aralık 2026 · 2 December 2026 */
export function longDate(date: DateTime, locale = 'tr') {
  return spelled(inTurkiye(date), locale)
}

/** 30 Kasım 2026 Pazartesi · Monday 30 November 2026 */
export function dateWithWeekday(date: DateTime, locale = 'tr') {
  const local = inTurkiye(date)
  const weekday = namesIn(locale).weekdays[local.weekday - 1]
  const day = spelled(local, locale)
  return locale === 'tr' ? `${day} ${weekday}` : `${weekday} ${day}`
}

/** 02.12.2026, for text messages, where a letter costs */
export function shortDate(date: DateTime) {
  return inTurkiye(date).toFormat('dd.MM.yyyy')
}

/** 14.05 · 14:05 */
export function timeOfDay(moment: DateTime, locale = 'tr') {
  return inTurkiye(moment).toFormat(locale === 'tr' ? 'HH.mm' : 'HH:mm')
}

/** 23 Kasım 2026 14.05 · 23 November 2026 14:05 */
export function dateTime(moment: DateTime, locale = 'tr') {
  return `${longDate(moment, locale)} ${timeOfDay(moment, locale)}`
}

/** The same; of what came on a day of which no hour is known, the day, at whose first moment it stands. */
export function dayOrTime(moment: DateTime, locale = 'tr') {
  const isWholeDay = moment.toMillis() === dayOf(moment).toMillis()
  return isWholeDay ? longDate(moment, locale) : dateTime(moment, locale)
}

/** A day in Türkiye as a number, the next day one more. Reckoned and not looked up: some ask for thousands. */
export function dayNumber(moment: DateTime) {
  return Math.floor((moment.toMillis() + AHEAD) / DAY)
}

function spelled({ day, month, year }: DateTime, locale: string) {
  return `${day} ${namesIn(locale).months[month - 1]} ${year}`
}

const names = new Map<string, { months: string[]; weekdays: string[] }>()

/** luxon asks Intl for the month of every date anew, as long as a line of a list takes otherwise. */
function namesIn(locale: string) {
  let known = names.get(locale)
  if (!known) {
    const months = Info.monthsFormat('long', { locale })
    known = { months, weekdays: Info.weekdaysFormat('long', { locale }) }
    names.set(locale, known)
  }
  return known
}
