import type { Reason } from '#shared/typed/problems'

/** Where a ready text names something of the petition: all that can be named. */
export const PLACEHOLDERS = [
  'sayin',
  'numara',
  'gun',
  'konu',
  'birim',
  'makam',
  'mahalle',
  'bugun',
] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

const NAMED = /\{([^{}\n]{0,60})\}/g
/** Words that were left to whoever writes. */
const BLANK = '___'
/**
 * A suffix would have to change with the word: {birim}’ne is right of one unit and wrong of another.
 * A letter right behind is one as well.
 */
const SUFFIXED = /\{[^{}\n]{0,60}\}['’‘`´]?\p{L}/u

/** Why a ready text cannot be kept: a place that nothing fills, or a suffix at one. */
export function wrongWithPlaces(field: string, text: string | null): Reason | null {
  const names = [...(text ?? '').matchAll(NAMED)].map(([, name]) => name!)
  const unknown = names.find((name) => !isKnown(name))
  if (unknown !== undefined) return { field, rule: 'unknownPlace', values: { name: unknown } }
  const [suffixed] = SUFFIXED.exec(text ?? '') ?? []
  return suffixed ? { field, rule: 'suffix', values: { place: suffixed } } : null
}

/** A ready text with what is known of one petition; what is not known stays to be written. */
export function filledIn(text: string, known: Partial<Record<Placeholder, string | null>>) {
  return text.replace(NAMED, (place, name: string) => (isKnown(name) && known[name]) || place)
}

/** The first place of a text that nobody has filled in; null: there is none. */
export function openPlace(text: string) {
  if (text.includes(BLANK)) return BLANK
  return [...text.matchAll(NAMED)].find(([, name]) => isKnown(name!))?.[0] ?? null
}

function isKnown(name: string): name is Placeholder {
  return PLACEHOLDERS.some((one) => one === name)
}
