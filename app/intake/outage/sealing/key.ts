import { createECDH, createHash } from 'node:crypto'
import env from '#start/env'
import { keyFor } from '#shared/keys'

const CURVE = 'prime256v1'

/**
 * To whom a browser seals forms while the line is cut: a key pair of the installation on P-256, made of
 * APP_KEY and of how often it was changed (OUTAGE_KEY). Each has a name, so that what was sealed to one
 * of before is opened still.
 */
export class OutageKey {
  /** The one to which forms are sealed from now on. */
  static current() {
    return OutageKey.#made(env.get('OUTAGE_KEY') ?? 1)
  }

  /** Null for one that was never ours, or was made of another APP_KEY. */
  static named(name: string) {
    const turn = Number(/^(\d{1,4})-[\da-f]{8}$/.exec(name)?.[1])
    const key = turn > 0 ? OutageKey.#made(turn) : null
    return key?.name === name ? key : null
  }

  static #made(turn: number) {
    const pair = createECDH(CURVE)
    // Of 2³² keys one is no number of the curve: then the next is taken.
    for (let again = 0; ; again++) {
      try {
        pair.setPrivateKey(keyFor(`outage-form:${turn}:${again}`))
        return new OutageKey(turn, pair)
      } catch {
        continue
      }
    }
  }

  readonly name: string
  /** Base64url of 65 bytes, as WebCrypto calls raw. */
  readonly open: string

  private constructor(
    turn: number,
    private readonly pair: ReturnType<typeof createECDH>
  ) {
    const open = pair.getPublicKey()
    this.open = open.toString('base64url')
    this.name = `${turn}-${createHash('sha256').update(open).digest('hex').slice(0, 8)}`
  }

  /**
   * What both ends know by the other's public point.
   *
   * @throws Error when it is none of the curve
   */
  shared(point: Buffer) {
    return this.pair.computeSecret(point)
  }
}
