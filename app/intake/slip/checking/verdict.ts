import { DateTime } from 'luxon'
import { today } from '#shared/dates/turkish_date'
import { SlipCode } from '../slip_code.ts'
import type { SlipKey } from '../slip_key.ts'
import { SlipKeys } from '../slip_keys.ts'

/** This installation issued it, with the key of today or, in its time, with an earlier one. */
export interface Genuine {
  verdict: 'genuine' | 'retired'
  code: SlipCode
  key: SlipKey
}

/** What can be said of a slip without its petition. */
export type Verdict =
  Genuine['verdict'] | 'changed' | 'stranger' | 'future' | 'tooLate' | 'lookUp' | 'notSlip'

/** Longer than any slip, with line breaks and blanks between its letters. */
const LONGEST = 2_000

/** Whether a slip is of this installation, and as it was issued. */
export function judge(
  text: string,
  { all } = SlipKeys.own()
): Genuine | { verdict: Exclude<Verdict, Genuine['verdict']> } {
  const code = text.length > LONGEST ? null : SlipCode.parse(text)
  if (!code) return { verdict: unreadable(text.slice(0, LONGEST)) }
  const key = all.find((one) => code.names(one))
  if (!key) return { verdict: 'stranger' }
  if (!code.isSignedBy(key)) return { verdict: 'changed' }
  if (code.day > today().toFormat('yyyyMMdd')) return { verdict: 'future' }
  if (key.until === null) return { verdict: 'genuine', code, key }
  return code.day > key.until ? { verdict: 'tooLate' } : { verdict: 'retired', code, key }
}

/** The day that eight digits say. */
export function dayFrom(digits: string) {
  return DateTime.fromFormat(digits, 'yyyyMMdd', { zone: 'utc' })
}

/** Why it is none, where that can be told. */
function unreadable(text: string) {
  if (/^AK[12]\d/.test(SlipCode.plain(text))) return 'changed'
  return /\/sorgula\?/.test(text) ? 'lookUp' : 'notSlip'
}
