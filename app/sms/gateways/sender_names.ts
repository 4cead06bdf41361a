import { type Log } from '../log.ts'

/** A sender name (gönderici adı, başlık) as operators register it. */
const REGISTRABLE = /^[A-Za-z0-9 .&_-]{3,11}$/

/**
 * Under which names a gateway sends: its own, which is registered, and those that texts bring, each
 * until the operator refuses it.
 */
export class SenderNames {
  private readonly refused = new Set<string>()

  /** @throws RangeError for a name of its own that no operator registers: nothing would arrive. */
  constructor(
    readonly own: string,
    private readonly log: Log
  ) {
    if (REGISTRABLE.test(own)) return
    throw new RangeError('A sender name has 3 to 11 letters and digits of ASCII')
  }

  /** Of a text that brought this one. */
  nameFor(brought: string = this.own): string {
    if (!REGISTRABLE.test(brought)) this.refuse(brought, 'no_sender_name')
    return this.refused.has(brought) ? this.own : brought
  }

  /** Each further text under it would cost a second submit. Said once. */
  refuse(sender: string, status: string) {
    if (this.refused.has(sender)) return
    this.refused.add(sender)
    this.log.error({ sender, status }, 'SMS sender name refused: texts go under the gateway’s own')
  }

  /** Somebody may have registered them. */
  forget() {
    this.refused.clear()
  }
}
