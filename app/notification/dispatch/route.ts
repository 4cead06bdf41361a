import type { MessageChannel } from '../channel.ts'
import type { Place } from '../outbox/retry_policy.ts'

/** Operators give up within three days; who has heard nothing by then never will. */
const RECEIPT_HOURS = 72

/** One way out of the house: the gateway that carries, and its place among those of its kind. */
export class Route implements Place {
  readonly position: number
  /** The gateways of its kind, in the order of the settings. */
  readonly among: readonly string[]
  /** Hours after which a receipt is no longer waited for. */
  readonly receiptHours: number

  /** @throws RangeError when the gateway is not among those that it is said to be */
  constructor(
    readonly channel: MessageChannel,
    readonly gateway: string,
    options: { among?: readonly string[]; receiptHours?: number } = {}
  ) {
    this.among = options.among ?? [gateway]
    this.position = this.among.indexOf(gateway)
    if (this.position < 0) throw new RangeError(`${gateway} is none of ${this.among.join(', ')}`)
    this.receiptHours = options.receiptHours ?? RECEIPT_HOURS
  }

  get of() {
    return this.among.length
  }

  get isText() {
    return this.channel === 'sms'
  }
}
