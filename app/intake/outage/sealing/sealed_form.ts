import { createDecipheriv, hkdfSync } from 'node:crypto'
import { Typed, type Words } from '#shared/typed/typed'
import { typedFields } from '#shared/typed/typed_text'
import { OutageKey } from './key.ts'

/** Bytes that GCM puts behind what it seals. */
const TAG = 16

/** What somebody wrote while the line was cut, as the browser sealed it. */
export interface Opened {
  token: string
  /** by the browser's clock, in milliseconds */
  writtenAt: number
  /** what was to be added to that clock when the line was last there */
  difference: number
  words: Words
}

/**
 * Opens what public/outage_store.js sealed: name of the key, the browser's own point, the vector and
 * what it wrote, with dots between (ECDH on P-256, HKDF-SHA-256, AES-256-GCM).
 *
 * @returns null when it is none of ours, or was changed on the way
 */
export function openSealed(sealed: string): Opened | null {
  const [name = '', ...parts] = sealed.split('.')
  const key = OutageKey.named(name)
  if (!key || parts.length !== 3) return null
  const [point, vector, text] = parts.map((part) => Buffer.from(part, 'base64url')) as Buffer[]
  try {
    const secret = hkdfSync('sha256', key.shared(point!), '', `acik-kapi:outage:${name}`, 32)
    const cipher = createDecipheriv('aes-256-gcm', Buffer.from(secret), vector!)
    cipher.setAuthTag(text!.subarray(-TAG))
    const plain = Buffer.concat([cipher.update(text!.subarray(0, -TAG)), cipher.final()])
    return read(JSON.parse(plain.toString('utf8')) as Record<string, unknown>)
  } catch {
    return null
  }
}

/** Through the one door of everything that is typed. */
function read({ token, writtenAt, difference, words }: Record<string, unknown>): Opened {
  return {
    token: typeof token === 'string' ? token.slice(0, 200) : '',
    writtenAt: Number(writtenAt) || 0,
    difference: Number(difference) || 0,
    words: new Typed(typedFields(words)).words,
  }
}
