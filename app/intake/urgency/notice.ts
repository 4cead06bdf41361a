import type { I18n } from '@adonisjs/i18n'
import { DateTime } from 'luxon'
import type { Catalogue } from '#organisation'
import { dateTime } from '#shared/dates/turkish_date'
import type { Warner, Warning, Written } from '../form/warnings/warning.ts'
import { opensNext } from './clock.ts'
import type { Danger } from './level.ts'
import { readUrgency } from './reading.ts'

/** Whom to call, by what the text is about; KADES is no number, but a button on a telephone. */
const CALLS: Partial<Record<Danger, readonly string[]>> = {
  violence: ['112', 'KADES', '183'],
  // Where a child is beaten its mother often is as well.
  child: ['112', '183', 'KADES'],
  suicide: ['112'],
  health: ['112'],
  fire: ['112'],
  gas: ['112', '187'],
  wire: ['112', '186'],
  disaster: ['112'],
  missing: ['112'],
  violenceHelp: ['183', 'KADES', '112'],
}
/** Whoever writes of it may not be alone. */
const PRIVATE: readonly Danger[] = ['violence', 'child', 'violenceHelp']

/** Acil durum uyarısı: what is said of a text that cannot wait before it is sent, by its words alone. */
export const emergencyNotice: Warner = ({ typed, door, catalogue, i18n }) => {
  const { danger } = readUrgency(typed.text('text'))
  const calls = danger && CALLS[danger]
  if (!calls) return []
  const say = (key: string) => i18n.t(`intake.urgency.${key}`)
  const isHelp = danger === 'violenceHelp'
  const notice: Warning = {
    name: `urgency.${danger}`,
    tone: isHelp ? 'soon' : 'late',
    title: say(`notice.${danger}`),
    lines: [isHelp ? say('hidden') : whenRead(door, catalogue, i18n)],
    calls: calls.map((number) => ({ number, words: say(`calls.${number}`) })),
    isPrivate: PRIVATE.includes(danger),
  }
  return [notice]
}

/** Out of hours, and with nobody on duty, when somebody reads it at the earliest. */
function whenRead(door: Written['door'], catalogue: Catalogue, i18n: I18n) {
  const opens = door === 'web' ? opensNext(DateTime.utc(), catalogue) : null
  if (!opens) return i18n.t(`intake.urgency.first.${door}`)
  return i18n.t('intake.urgency.closed', { at: dateTime(opens, i18n.locale) })
}
