/**
 * A text as search compares it: lower case, without diacritics, ı as i.
 *
 * Two out of three petitions are typed without Turkish letters, and İ/ı are confused in the rest;
 * no language-aware collation of MariaDB 10.11 makes both çöp = cop and IŞIK = ışık. Lower-casing
 * needs no Turkish rules here: once the marks are gone, I, İ, ı and i are all i.
 */
export function folded(text: string) {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i')
}
