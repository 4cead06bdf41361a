import { type DateTime, Info } from 'luxon'
import { Day, inTurkiye } from '#shared/dates/turkish_date'
import { folded } from '#shared/folded_text'

/** A day as people write it: 2.12.2026, 02/12/2026, 2026-12-02, 2 Aralık 2026, Aralık 2026. */
const WRITTEN = /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b/g
const MONTHS = ['tr', 'en'].map((locale) => Info.months('long', { locale }).map(folded))
const SPELLED = new RegExp(`(?:\\b(\\d{1,2}) )?\\b(${MONTHS.flat().join('|')}) (\\d{4})\\b`, 'g')

/** Under which terms a petition stands that came at this moment: its day and its month. */
export function termsOfDay(receivedAt: DateTime): string[] {
  const here = inTurkiye(receivedAt)
  return [named(here, 'yyMMdd'), named(here, 'yyMM')]
}

/** The days and months in what was typed, as terms, and the words that are left. */
export function daysIn(words: string): { days: string[]; rest: string } {
  const days: string[] = []
  const take = (found: string, day: DateTime | null, format: string) => {
    if (!day?.isValid) return found
    days.push(named(day, format))
    return ' '
  }
  const rest = folded(words)
    .replace(WRITTEN, (found, ...of) => {
      const [day, month, year, y, m, d] = of as string[]
      return take(
        found,
        Day.parse(year ? `${year}-${two(month)}-${two(day)}` : `${y}-${m}-${d}`),
        DAY
      )
    })
    .replace(SPELLED, (found, ...of) => {
      const [day, name, year] = of as [string | undefined, string, string]
      const month = MONTHS.map((names) => names.indexOf(name) + 1).find((at) => at > 0)
      return take(
        found,
        Day.parse(`${year}-${two(`${month}`)}-${two(day ?? '1')}`),
        day ? DAY : MONTH
      )
    })
  return { days, rest }
}

const DAY = 'yyMMdd'
const MONTH = 'yyMM'

/** No word has a digit in it. */
function named(day: DateTime, format: string) {
  return `g${day.toFormat(format)}`
}

function two(digits: string | undefined) {
  return (digits ?? '').padStart(2, '0')
}
