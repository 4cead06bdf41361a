import { Info } from 'luxon'
import { OpeningTimes, type Opening } from './opening_times.ts'

/** A row of `opening_hours`; 1 is Monday. */
export interface OpenOn extends Opening {
  weekday: number
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

const NAMED: [tr: string, en: string, days: number[]][] = [
  ['Her gün', 'Every day', [1, 2, 3, 4, 5, 6, 7]],
  ['Hafta içi', 'Weekdays', [1, 2, 3, 4, 5]],
  ['Hafta sonu', 'Weekends', [6, 7]],
]

/** Hafta içi 08.30–12.30 ve 13.30–17.30; Cumartesi 10.00–12.00. '' where there are no rows. */
export function hoursSentence(rows: readonly OpenOn[], locale: string) {
  const and = locale === 'tr' ? ' ve ' : ' and '
  const times = (day: number) => OpeningTimes.written(timesOn(rows, day), and)
  const open = WEEKDAYS.filter((day) => times(day) !== '')
  const alike = Map.groupBy(open, times)
  return Array.from(alike, ([when, days]) => `${daysWords(days, locale)} ${when}`).join('; ')
}

/** When it is open on this day, in order. */
function timesOn(rows: readonly OpenOn[], day: number) {
  return rows
    .filter(({ weekday }) => weekday === day)
    .sort((one, other) => (one.opens < other.opens ? -1 : 1))
}

/** Rows for what such a sentence says; null where it says something else. */
export function hoursIn(sentence: string): OpenOn[] | null {
  const rows: OpenOn[] = []
  for (const part of sentence.trim().split(';')) {
    const text = part.trim()
    const named = NAMED.find(([tr]) => text.toLocaleLowerCase('tr').startsWith(`${lower(tr)} `))
    const times = named && OpeningTimes.parse(text.slice(named[0].length).trim())
    if (!times) return null
    rows.push(...named[2].flatMap((weekday) => times.map((span) => ({ weekday, ...span }))))
  }
  const days = rows.map(({ weekday, opens }) => `${weekday} ${opens}`)
  return new Set(days).size === days.length ? rows : null
}

function lower(words: string) {
  return words.toLocaleLowerCase('tr')
}

function daysWords(days: number[], locale: string) {
  const named = NAMED.find(([, , all]) => String(all) === String(days))
  if (named) return locale === 'tr' ? named[0] : named[1]
  const names = days.map((day) => Info.weekdays('long', { locale })[day - 1]!)
  const [first, last] = [names[0]!, names.at(-1)!]
  const isRun = days.length > 2 && days.at(-1)! - days[0]! === days.length - 1
  if (isRun) return `${first}–${last}`
  const and = locale === 'tr' ? ' ve ' : ' and '
  return names.length === 1 ? first : `${names.slice(0, -1).join(', ')}${and}${last}`
}

/** Each day of the week, with its times as a form shows them. */
export function openingTimes(rows: readonly OpenOn[]) {
  return WEEKDAYS.map((day) => ({ day, times: OpeningTimes.written(timesOn(rows, day)) }))
}
