import { DateTime } from 'luxon'
import type { GatewayState, Outcome, SmsGateway } from '#sms'
import type { MessageChannel } from '../channel.ts'
import type { Message } from '../models/message.ts'
import { smsText, toldNow, trueUntil } from '../templates/rendering.ts'

/** Who takes messages out of the house, whatever kind they are. */
export interface Transport {
  readonly name: string
  readonly channel: MessageChannel
  /** Messages that it would take now. */
  readonly free: number
  /** For the page of the gateways; absent where there is nothing to tell. */
  readonly state?: GatewayState
  /** Resolves when it would take one. */
  room(): Promise<void>
  start(): void
  /** Takes nothing more and waits, for a limited time, for what is under way. */
  drain(): Promise<void>
  /** Keeps the message's place until `settle` has written its outcome. */
  send(message: Message, settle: (outcome: Outcome) => Promise<void>): Promise<void>
}

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
    const told = toldNow(message)
    const sms = {
      reference: String(message.id),
      to: message.recipient,
      text: smsText(told),
      // A telephone that is off until the morning must not ring with a day that was yesterday.
      expiresAt: DateTime.min(message.expiresAt, trueUntil(told) ?? message.expiresAt).toJSDate(),
    }
    await this.gateway.send(sms, settle)
  }
}
