/**
 * A text as search compares it: lower case, without diacritics, ı as i.
 *
 * Two out of three petitions are typed without Turkish letters, and İ/ı are confused in the rest;
 * no language-aware collation of MariaDB 10.11 makes both çöp = cop and IŞIK = ışık. Lower-casing
 * needs no Turkish rules here: once the marks are gone, I, İ, ı and i are all i.
 */
export function folded(text: string) {
  return fewMarks(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i')
}

/**
 * No letter of any language carries more than a handful of marks. Composing thousands of them takes
 * time that grows with their square (20 s for 116,000, measured), they stand over the lines above,
 * and anybody can type them, with joiners in between.
 */
export function fewMarks(text: string) {
  return text.replace(/([\p{M}\u200c\u200d]{8})[\p{M}\u200c\u200d]+/gu, '$1')
}
