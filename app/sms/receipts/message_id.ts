import { randomUUID } from 'node:crypto'

/**
 * How an operator writes a message's id in its receipts, compared with its answer to the submit:
 * alike, in another base (`hex→decimal`: the receipt in hexadecimal, the answer in decimal), or unknown
 * (`auto`: all of them, for the same telephone only).
 */
export type IdBase = 'exact' | 'auto' | 'hex→decimal' | 'decimal→hex'

/** An id in the form in which ids are compared: lower-case, without leading zeros. */
export function canonicalId(id: string): string {
  return id
    .trim()
    .toLowerCase()
    .replace(/^0+(?=.)/, '')
}

/** Of ours, known before the operator has one of its own. */
export function newId(): string {
  return canonicalId(randomUUID().replaceAll('-', ''))
}

/** What the table can hold: signs of ASCII, sixty-five at most. */
export function isId(id: string): boolean {
  return /^[\x21-\x7e]{1,65}$/.test(id)
}

/**
 * The ids under which a receipt's message may have been stored. `id` is sure; `otherIds` are guesses
 * that count only for the same telephone, within seven days, and not in the first seconds.
 * @param ids as the receipt says them, the most trustworthy first.
 */
export function idsOf(ids: string[], base: IdBase): { id: string; otherIds: string[] } {
  const [id = '', ...more] = ids.map(canonicalId)
  if (base === 'hex→decimal') return { id: decimal(id) ?? id, otherIds: [] }
  if (base === 'decimal→hex') return { id: hexadecimal(id) ?? id, otherIds: [] }
  if (base === 'exact') return { id, otherIds: [] }

  const guesses = [id, ...more].flatMap((each) => [each, decimal(each), hexadecimal(each)])
  const others = new Set(guesses.filter((guess): guess is string => Boolean(guess)))
  others.delete(id)
  return { id, otherIds: [...others] }
}

function decimal(id: string): string | null {
  return /^[0-9a-f]{1,32}$/.test(id) ? BigInt(`0x${id}`).toString(10) : null
}

function hexadecimal(id: string): string | null {
  return /^[0-9]{1,39}$/.test(id) ? BigInt(id).toString(16) : null
}
