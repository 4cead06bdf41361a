import { minuteOf, TimeOfDay } from '#shared/dates/time_of_day'
import type { Form } from '#shared/typed/typed'

/** What an authority says of the night: nothing, so that the server's setting counts; no silence; hours of its own. */
export const QUIETS = ['usual', 'none', 'own'] as const
export type Quiet = (typeof QUIETS)[number]

/** So many hours of a day texts must be able to leave, else they pile up and end in vain. */
const AWAKE = 8
const DAY = 24 * 60

/** @returns as SMS_QUIET_HOURS is written, `21:00-08:00` or `none`; null: the authority says nothing */
export function readQuietHours(form: Form) {
  const quiet = form.choice('quiet', QUIETS) ?? 'usual'
  if (quiet !== 'own') return quiet === 'none' ? quiet : null
  const from = form.as('quietFrom', TimeOfDay, { required: true })
  const until = form.as('quietUntil', TimeOfDay, { required: true })
  if (from && until) {
    const minutes = (minuteOf(until) - minuteOf(from) + DAY) % DAY
    if (minutes === 0) form.wrong('quietUntil', 'same')
    else if (minutes > DAY - AWAKE * 60) form.wrong('quietUntil', 'long', { most: 24 - AWAKE })
  }
  return `${from}-${until}`
}

/** The same as the form shows it. */
export function typedQuietHours(kept: string | null) {
  if (!kept || kept === 'none') return { quiet: kept ?? 'usual', quietFrom: '', quietUntil: '' }
  const [quietFrom = '', quietUntil = ''] = kept.replaceAll(':', '.').split('-')
  return { quiet: 'own', quietFrom, quietUntil }
}

/** The same as people read it; null where the server's setting counts. */
export function saidQuietHours(kept: string | null) {
  if (kept === 'none') return 'yok'
  return kept && kept.replaceAll(':', '.').replace('-', '–')
}
