/**
 * Turkish letters as plain ones, in the alphabet's order when bytes are compared: `~` stands behind
 * every letter, so that `c~` comes after all that begin with `c`.
 */
export const LETTERS = [
  ...[['Ç', 'c~'] as const, ['ç', 'c~'] as const, ['Ğ', 'g~'] as const, ['ğ', 'g~'] as const],
  ...[['I', 'h~'] as const, ['ı', 'h~'] as const, ['İ', 'i'] as const],
  ...[['Ö', 'o~'] as const, ['ö', 'o~'] as const, ['Ş', 's~'] as const, ['ş', 's~'] as const],
  ...[['Ü', 'u~'] as const, ['ü', 'u~'] as const],
]

/** The key of a word, as the database makes it of `petitions.place` (migration 144): forty bytes. */
export function alphabetical(word: string) {
  const plain = LETTERS.reduce((text, [letter, one]) => text.replaceAll(letter, one), word)
  return plain.toLowerCase().slice(0, 40)
}
