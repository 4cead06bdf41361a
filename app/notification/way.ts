import type { MessageChannel } from './models/message.ts'
import type { Place } from './verdict.ts'

/** Operators give up within three days; who has heard nothing by then never will. */
const RECEIPT_HOURS = 72

/** One way out of the house: the gateway that carries, and its place among those of its kind. */
export class Way implements Place {
  readonly turn: number
  readonly of: number
  /** Hours after which a receipt is no longer waited for. */
  readonly receiptHours: number

  constructor(
    readonly channel: MessageChannel,
    readonly gateway: string,
    given: { turn?: number; of?: number; receiptHours?: number } = {}
  ) {
    this.turn = given.turn ?? 0
    this.of = given.of ?? 1
    this.receiptHours = given.receiptHours ?? RECEIPT_HOURS
  }

  get isText() {
    return this.channel === 'sms'
  }
}
