import type { Cause, CountingRule, DaySaid } from './said.ts'

/** Characters that the column of a reason holds. */
const LONGEST = 300

const LATER = {
  tr: '; sonradan ilan edilen tatil veya izin günü sayılmadı',
  en: '; days off that were announced later are not counted',
}

const WORDS: Record<Cause, { tr: string; en: string }> = {
  paused: {
    tr: '; sorumuza cevap beklenirken geçen günler sayılmaz',
    en: '; days while we wait for an answer to our question are not counted',
  },
  resumed: {
    tr: '; sorumuza cevap beklenen günler sayılmadı',
    en: '; days while we waited for an answer to our question are not counted',
  },
  feeAsked: {
    tr: '; ücretin ödenmesi beklenirken geçen günler sayılmaz',
    en: '; days while the fee is not paid yet are not counted',
  },
  feePaid: {
    tr: '; ücretin ödenmesi beklenen günler sayılmadı',
    en: '; days while the fee was not paid yet are not counted',
  },
  extended: { tr: 'süre uzatıldı', en: 'the time was extended' },
  lawExtended: { tr: '', en: '' },
}

/** Whose words those of a clock that goes on take the place of. */
const STOOD: Partial<Record<Cause, Cause>> = { resumed: 'paused', feePaid: 'feeAsked' }

/** Why a step gave this day: what is added to the words of before, or stands in their place. */
export function wordsOf(cause: Cause, locale: string, said: DaySaid, rule: CountingRule) {
  const [was, words, byRule] =
    locale === 'tr'
      ? [said.reason, WORDS[cause].tr, rule.reason]
      : [said.reasonEn, WORDS[cause].en, rule.reasonEn]
  if (!words) return byRule
  if (!words.startsWith(';')) return words
  const stood = STOOD[cause]
  const before = stood ? was.replace(WORDS[stood][locale === 'tr' ? 'tr' : 'en'], '') : was
  return before.endsWith(words) || before.length + words.length > LONGEST ? before : before + words
}

export const extendedWords = { reason: WORDS.extended.tr, reasonEn: WORDS.extended.en }

/** Words for a reason that is no rule's, as of an extension, where leave moved its day. */
export function withLater(locale: string, { reason, reasonEn }: DaySaid) {
  const [was, later] = locale === 'tr' ? [reason, LATER.tr] : [reasonEn, LATER.en]
  return was.endsWith(later) || was.length + later.length > LONGEST ? was : was + later
}
