/**
 * What the other side said, as far as it may stand in a log or a row: a word or a short code. Whatever
 * else may be a telephone, a code or the text itself, in any grouping.
 */
export function loggable(said: string): string {
  const plain = said.trim().replace(/[\s/,;:]+/g, '_')
  const isCode = /^[\w.()-]{1,40}$/.test(plain) && !/\d{5,}/.test(plain)
  const hasLongNumber = (plain.match(/\d/g) ?? []).length > 6
  const isHex = /^0x[0-9a-f]{1,8}$/i.test(plain)
  return isHex || (isCode && !hasLongNumber) ? plain : 'unreadable'
}
