import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'

/** What stands before 32 bytes to make them a private key (RFC 8410). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Anahtar: what everybody may know of one by which slips are signed (Ed25519, RFC 8032). */
export class SlipKey {
  readonly #key: KeyObject

  /**
   * @param raw 32 bytes in base64url
   * @param until the last day on which it signed, as eight digits; null: it still does
   */
  constructor(
    readonly raw: string,
    readonly until: string | null = null
  ) {
    this.#key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw }, format: 'jwk' })
  }

  /** SHA-256 of the key's 32 bytes. */
  get digest() {
    return createHash('sha256').update(Buffer.from(this.raw, 'base64url')).digest()
  }

  /** By what a slip names it: four bytes. */
  get id() {
    return this.digest.subarray(0, 4)
  }

  /** As it hangs in the bureau and is compared by eye: half of the digest, in groups of four. */
  get fingerprint() {
    return this.digest.toString('hex', 0, 16).toUpperCase().match(/.{4}/g)!.join(' ')
  }

  signed(message: Uint8Array, signature: Uint8Array) {
    return verify(null, message, this.#key, signature)
  }
}

/** The other half, which nobody but the installation has. */
export class SigningKey {
  readonly public: SlipKey
  readonly #key: KeyObject

  /** @param seed 32 bytes */
  constructor(seed: Buffer) {
    const der = Buffer.concat([PRIVATE, seed])
    this.#key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    this.public = new SlipKey(createPublicKey(this.#key).export({ format: 'jwk' }).x!)
  }

  /** 64 bytes. */
  sign(message: Uint8Array) {
    return sign(null, message, this.#key)
  }
}
