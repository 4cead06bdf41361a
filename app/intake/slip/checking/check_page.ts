import type { HttpContext } from '@adonisjs/core/http'
import { longDate } from '#shared/dates/turkish_date'
import type { SlipKey } from '../slip_key.ts'
import { SlipKeys } from '../slip_keys.ts'
import { dayFrom, judge, type Genuine, type Verdict } from './verdict.ts'

/** A slip that somebody typed, scanned or pasted. */
export const TypedSlip = {
  parse(text: string) {
    const judged = judge(text)
    return 'key' in judged ? judged : null
  },
  mistyped: (text: string) => ({ rule: judge(text).verdict }),
}

/** What the page on which slips are checked shows, and what its script needs: it asks nobody. */
export function checkPage({ i18n }: HttpContext) {
  const { all } = SlipKeys.own()
  const keys = all.map(({ raw, id, until }) => ({
    ...{ raw, id: id.toString('hex') },
    ...(until && { until }),
  }))
  return {
    keys: all.map((key) => ({ fingerprint: key.fingerprint, until: untilOf(key, i18n.locale) })),
    checking: JSON.stringify({ keys, sentences: sentences(i18n) }),
  }
}

/** What is said of a slip that this installation issued. */
export function saidOf({ verdict, code, key }: Genuine, { i18n }: HttpContext) {
  const day = longDate(dayFrom(code.day), i18n.locale)
  const until = untilOf(key, i18n.locale)
  const said = code.isLetter ? LETTER[verdict] : verdict
  return i18n.t(`intake.slipCheck.${said}`, { number: code.number, day, until })
}

function untilOf({ until }: SlipKey, locale: string) {
  return until && longDate(dayFrom(until), locale)
}

/** What the same is called of an answer's letter. */
const LETTER = { genuine: 'genuineLetter', retired: 'retiredLetter' } as const
const GOOD = ['genuine', 'retired', 'genuineLetter', 'retiredLetter']
const BAD: Verdict[] = ['changed', 'stranger', 'future', 'tooLate', 'lookUp', 'notSlip']

/** Each verdict's, with the places of its values as they are: the script fills them in. */
function sentences(i18n: HttpContext['i18n']) {
  const values = { number: '{number}', day: '{day}', until: '{until}' }
  return Object.fromEntries([
    ...GOOD.map((verdict) => [verdict, i18n.t(`intake.slipCheck.${verdict}`, values)]),
    ...BAD.map((verdict) => [verdict, i18n.t(`intake.problems.slip.${verdict}`)]),
  ]) as Record<string, string>
}
