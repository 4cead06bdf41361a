import { createHmac } from 'node:crypto'
import type { Officer } from '#organisation'
import { keyFor } from '#shared/keys'
import { Secret } from '../secret/secret.ts'
import type { PetitionDetails, ReceiveOptions } from './details.ts'

/**
 * What a form's token gives: the digest that makes it unique, a digest of what was sent with it, one
 * of its words and whose they are, and the secret. All from the token by HMAC, so that the same form
 * sent twice gets one receipt although nobody keeps the secret.
 */
export class FormKeys {
  readonly token: string | null
  readonly content: string | null
  readonly words: string | null
  readonly #token?: string

  constructor(details: PetitionDetails, { token, officer }: ReceiveOptions) {
    this.#token = token
    this.token = token ? tokenDigest(token) : null
    this.content = token ? hmac('form-content', canonical(details)) : null
    this.words = token ? hmac('form-words', whoseWords(details, officer)).slice(0, 32) : null
  }

  secret() {
    return this.#token ? Secret.derive(this.#token, keyFor('form-secret')) : Secret.draw()
  }
}

/** What of a form's token is kept with its petition. */
export function tokenDigest(token: string) {
  return hmac('form-token', token)
}

function hmac(purpose: string, text: string) {
  return createHmac('sha256', keyFor(purpose)).update(text).digest('hex')
}

/**
 * The words, and the first that is known of the person: with the telephone, which nobody guesses
 * together with somebody's words of this hour. Of whom nothing is known, the officer is asked.
 */
function whoseWords(details: PetitionDetails, officer?: Officer) {
  const { authorityId, phone, nationalId, email, address, name, text } = details
  const known = [phone?.e164, nationalId?.digits, email, address, name, officer?.login]
  return JSON.stringify([authorityId, known.find(Boolean), text.replace(/\s+/g, ' ')])
}

function canonical({ subject, complainedUnit, nationalId, phone, ...rest }: PetitionDetails) {
  const { authorityId, noticeVersion, ...words } = rest
  const ids = [subject?.id, complainedUnit?.id, nationalId?.digits, phone?.e164]
  return JSON.stringify([...Object.entries(words).sort(), ...ids])
}
