/**
 * A text as search compares it: lower case, without diacritics, ı as i.
 *
 * Two out of three petitions are typed without Turkish letters, and İ/ı are confused in the rest.
 * Lower-casing is done with Turkish rules first: JavaScript's own would make i + a combining dot
 * of İ, and no language-aware collation of MariaDB 10.11 makes both çöp = cop and IŞIK = ışık.
 */
export function folded(text: string) {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('tr')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
}
