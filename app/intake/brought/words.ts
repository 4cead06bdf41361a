/** In what somebody speaks for a petitioner; each list is closed, and columns hold 20 letters. */
export const RELATIONS = ['parent', 'guardian', 'lawyer', 'muhtar', 'relative', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

/** What was shown of it. */
export const PROOFS = [
  'powerOfAttorney',
  'courtDecision',
  'familyRecord',
  'identityCard',
  'muhtarPaper',
  'other',
] as const
export type Proof = (typeof PROOFS)[number]

/** Who gets code and messages: nobody else does (KVKK 6698). */
export const TOLD = ['petitioner', 'representative'] as const
export type ToldPerson = (typeof TOLD)[number]

/** Other languages in which somebody comes to a bureau, by their codes; the rest is `other`. */
export const SPOKEN = [
  ...['ar', 'ku', 'zza', 'fa', 'ps', 'ru', 'uk', 'en', 'de', 'fr', 'bg', 'ka'],
  'other',
] as const
export type Spoken = (typeof SPOKEN)[number]

const LEFTWARDS: readonly string[] = ['ar', 'fa', 'ps']

/** How a page shows words of this language: `lang` and `dir`. */
export function shownAs(language: string) {
  if (language === 'other') return { lang: 'und', dir: 'auto' }
  return { lang: language, dir: LEFTWARDS.includes(language) ? 'rtl' : 'ltr' }
}
