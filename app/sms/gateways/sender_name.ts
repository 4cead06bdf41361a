/**
 * A sender name (gönderici adı, başlık) as operators register it.
 * @throws RangeError for any other: nothing that is sent under it would arrive.
 */
export function senderName(name: string): string {
  if (/^[A-Za-z0-9 .&_-]{3,11}$/.test(name)) return name
  throw new RangeError('A sender name has 3 to 11 letters and digits of ASCII')
}
