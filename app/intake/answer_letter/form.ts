import type { I18n } from '@adonisjs/i18n'
import type { Authority } from '#organisation'
import { longDate } from '#shared/dates/turkish_date'
import { outsideAddress } from '../look_up/look_up_address.ts'
import { qrOf } from '../slip/qr.ts'

interface Said {
  i18n: I18n
  authority: Authority
  /** whose letter it is, as it was called then */
  unit: string
  /** what the QR code says; null: there is none */
  proof: string | null
  /** shown, grouped */
  number: string
  annexes: readonly string[]
}

/** What the letters of all answers have in common: head, foot, words, and the code that proves them. */
export async function letterForm({ i18n, authority, unit, proof, number, annexes }: Said) {
  const check = proof && (await outsideAddress(authority, 'slip_checks.create', i18n.locale))
  const address = check ? check.href.replace(/^https?:\/\//, '') : 'none'
  const { name, address: street, phone, email } = authority
  return {
    title: i18n.t('intake.answerLetter.title', { number }),
    lang: i18n.locale === 'tr' ? 'tr-TR' : 'en-GB',
    head: ['T.C.', name.toLocaleUpperCase('tr'), unit],
    foot: [name, [street, phone, email].filter(Boolean).join(' · ')].filter(Boolean),
    code: null,
    ...{ number, annexes, enclosed: [] },
    proof: proof
      ? {
          ...qrOf(proof),
          alt: i18n.t('intake.answerLetter.code'),
          how: i18n.t('intake.answerLetter.check', { address }),
        }
      : null,
    words: {
      number: i18n.t('intake.answerLetter.number'),
      topic: i18n.t('intake.answerLetter.topic'),
      reference: i18n.t('intake.answerLetter.reference'),
      annexes: i18n.t('intake.answerLetter.annexes', { count: annexes.length }),
      code: i18n.t('intake.answerLetter.code'),
      pageOf: i18n.t('intake.answerLetter.page', { page: '{page}', pages: '{pages}' }),
    },
  }
}

/** A day as the letter's language writes it. */
export function dayIn(i18n: I18n, day: Parameters<typeof longDate>[0]) {
  return longDate(day, i18n.locale)
}
