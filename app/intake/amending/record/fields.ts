/** What was written down of whoever speaks for the petitioner. */
export const OF_SPEAKER = [
  ...(['relation', 'representative', 'representativeId'] as const),
  ...(['representativePhone', 'proof', 'proofNote'] as const),
]
/** What was written down of whoever brought it, and who of the two is told. */
export const OF_PERSON = [
  ...(['name', 'nationalId', 'phone', 'texts', 'email', 'address', 'language'] as const),
  ...OF_SPEAKER,
  'told' as const,
]
/** What was written down of what was brought, beside its words. */
export const OF_PETITION = ['kind', 'subject', 'place', 'complained'] as const
const FIELDS = [...OF_PERSON, ...OF_PETITION] as const
export type Field = (typeof FIELDS)[number]

/** A record in words that can be compared: '' where nothing stands, ids for subject and unit. */
export type Recorded = Readonly<Record<Field, string>>

export function differing(one: Recorded, other: Recorded) {
  return FIELDS.filter((field) => one[field] !== other[field])
}
