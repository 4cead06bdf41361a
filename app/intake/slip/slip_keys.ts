import env from '#start/env'
import { keyFor } from '#shared/keys'
import { SigningKey, SlipKey } from './slip_key.ts'

/**
 * The keys of this installation's slips, in its settings beside APP_KEY. Without one of its own, as in
 * an installation from before there were any, it signs with one that comes from APP_KEY: every process
 * and server has the same without having been told.
 */
export class SlipKeys {
  static #own?: SlipKeys

  static own() {
    return (this.#own ??= new SlipKeys(
      env.get('SLIP_KEY')?.release(),
      env.get('SLIP_KEYS_RETIRED')
    ))
  }

  readonly signing: SigningKey
  /** The one that signs first, then those that did. */
  readonly all: readonly SlipKey[]

  constructor(seed = '', retired = '') {
    this.signing = new SigningKey(seed ? Buffer.from(seed, 'base64url') : keyFor('slip'))
    this.all = [this.signing.public, ...retiredIn(retired)]
  }
}

/** "key@2026-11-29, key@2027-03-01" */
function retiredIn(written: string) {
  const each = written.split(',').filter((one) => one.trim() !== '')
  return each.map((one) => {
    const [raw, until] = one.trim().split('@')
    return new SlipKey(raw!, until!.replaceAll('-', ''))
  })
}
