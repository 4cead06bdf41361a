interface Reckoned {
  rule: { days: number; reason: string; reasonEn: string }
  /** Where the last day would have been, when it rolled on. */
  rolledFrom?: unknown
  /** The days off that it went round. */
  over: readonly unknown[]
}

/**
 * Why this day (neden bu gün): the words of its rule, and what led on from the day that they give. It
 * is kept with the day (`LastDay`) and stands beside it on every page and paper.
 */
export function whyThisDay({ rule, rolledFrom, over }: Reckoned, locale: string) {
  const words = DETOURS[locale === 'tr' ? 'tr' : 'en']
  const because = locale === 'tr' ? rule.reason : rule.reasonEn
  if (rolledFrom) return because + words.rolled(rule.days)
  return over.length > 0 ? because + words.skipped : because
}

const DETOURS = {
  tr: {
    rolled: (days: number) => `; ${days}. gün tatile geldiği için ilk iş günü`,
    skipped: '; arada kalan resmî tatil ve idari izin günleri sayılmadı',
  },
  en: {
    rolled: (days: number) => `; day ${days} is not a working day, so the next working day`,
    skipped: '; public holidays and administrative leave in between are not counted',
  },
}
