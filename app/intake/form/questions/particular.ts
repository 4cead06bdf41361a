/** What was answered to one question of the subject, with the words that it was asked with then. */
export interface Particular {
  label: string
  value: string
  /** The same on English pages, where it has words of its own there. */
  en?: { label: string; value: string }
}

/** As a page reads what is kept of a petition; empty for nearly all. */
export function particularsIn(kept: string | null | undefined, locale: string) {
  const all = kept ? (JSON.parse(kept) as Particular[]) : []
  return all.map(({ en, ...own }) => (locale === 'en' && en ? en : own))
}
