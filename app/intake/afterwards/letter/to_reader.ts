import type { I18n } from '@adonisjs/i18n'

export interface Reading {
  /** null: its reader is not named */
  to: { name: string | null; address: string | null } | null
  /** who signs it by hand; null: nobody */
  signed: string | null
}

/** To whom a letter goes, as it stands in it. */
export function toReader(i18n: I18n, to: Reading['to']) {
  const name = to?.name
  const dear = name
    ? i18n.t('intake.letter.dear', { name })
    : i18n.t('intake.letter.dearPetitioner')
  return [dear, to?.address].filter(Boolean).join('\n')
}
