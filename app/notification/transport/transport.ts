import type { GatewayState, Outcome } from '#sms'
import type { MessageChannel } from '../channel.ts'
import type { Message } from '../models/message.ts'

/** Milliseconds: so long what is under way is waited for at the end. */
export const LAST_WORDS = 10_000

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
