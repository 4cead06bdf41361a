import { DateTime } from 'luxon'
import type { Outcome, SmsGateway } from '#sms'
import type { Message } from '../models/message.ts'
import { asOfNow, smsText, trueUntil } from '../templates/rendering.ts'
import type { Transport } from './transport.ts'

/** Text messages through a gateway. */
export class SmsTransport implements Transport {
  readonly channel = 'sms'

  constructor(private readonly gateway: SmsGateway) {}

  get name() {
    return this.gateway.name
  }

  get free() {
    return this.gateway.free
  }

  get state() {
    return this.gateway.state
  }

  room() {
    return this.gateway.room()
  }

  start() {
    this.gateway.start()
  }

  drain() {
    return this.gateway.drain()
  }

  async send(message: Message, settle: (outcome: Outcome) => Promise<void>) {
    const current = asOfNow(message)
    const sms = {
      reference: String(message.id),
      to: message.recipient,
      text: smsText(current),
      sender: message.sender,
      // A telephone that is off until the morning must not ring with a day that was yesterday.
      expiresAt: DateTime.min(
        message.expiresAt,
        trueUntil(current) ?? message.expiresAt
      ).toJSDate(),
    }
    await this.gateway.send(sms, settle)
  }
}
