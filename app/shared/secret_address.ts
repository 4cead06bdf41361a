import { createHmac, randomBytes } from 'node:crypto'
import { blindIndex, keyFor } from './keys.ts'

/** What an address of 128 bits, which stands in no row and no log, is made of. */
export function drawLot() {
  return randomBytes(16).toString('hex')
}

/** 22 letters that open something. */
export function addressFrom(purpose: string, lot: string) {
  const made = createHmac('sha256', keyFor(purpose)).update(lot).digest()
  return made.subarray(0, 16).toString('base64url')
}

/** By what it is found. */
export function addressDigest(purpose: string, address: string) {
  return blindIndex(purpose, address)
}
