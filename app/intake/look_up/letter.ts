import i18nManager from '@adonisjs/i18n/services/main'
import type { DateTime } from 'luxon'

interface Answered {
  number: string
  locale: string
  receivedAt: DateTime
}

interface Given {
  text: string | null
  on: DateTime
  /** whose letter it is, as it was called then */
  unit: string
  /** what goes with it, by name */
  annexes?: readonly string[]
}

/**
 * An answer as a letter, as `intake/public/letter` shows it: in the language of whoever will read it,
 * which need not be the page's. It names nobody by itself.
 */
export function letterOf({ number, locale, receivedAt }: Answered, given: Given) {
  const i18n = i18nManager.locale(locale)
  return {
    ...{ number, receivedAt, language: locale, to: null, signed: null },
    annexes: [] as readonly string[],
    ...given,
    say: (key: string, values: object = {}) => i18n.t(`intake.letter.${key}`, { ...values }),
  }
}
