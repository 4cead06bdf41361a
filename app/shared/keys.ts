import { createHmac, hkdfSync } from 'node:crypto'
import env from '#start/env'

const keys = new Map<string, Buffer>()

/**
 * A key for one purpose alone, 32 bytes, derived from the installation's APP_KEY (HKDF, RFC 5869).
 * Whoever learns what one key made learns nothing about the others.
 */
export function keyFor(purpose: string) {
  let key = keys.get(purpose)
  if (!key) {
    const root = env.get('APP_KEY').release()
    key = Buffer.from(hkdfSync('sha256', root, '', `acik-kapi:${purpose}`, 32))
    keys.set(purpose, key)
  }
  return key
}

/**
 * What an encrypted value is found by: the same value always gives the same 64 hex digits, and
 * nobody without the key can try out all telephone numbers against them.
 */
export function blindIndex(purpose: string, value: string) {
  return createHmac('sha256', keyFor(`blind-index:${purpose}`))
    .update(value)
    .digest('hex')
}
