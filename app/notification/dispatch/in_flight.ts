import type { Outcome } from '#sms'
import type { Message } from '../models/message.ts'
import type { Health } from '../monitoring/health.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Transport } from '../transport/transport.ts'

interface Parts {
  transport: Transport
  outbox: Outbox
  health?: Health
}

/** The messages that a gateway has in its hands, and how many more it may be given. */
export class InFlight {
  readonly #messages = new Map<number, Promise<void>>()
  /** Something may have gone out whose answer was lost. */
  #mayHaveUnanswered = false

  constructor(private readonly parts: Parts) {}

  get ids() {
    return [...this.#messages.keys()]
  }

  get mayHaveUnanswered() {
    return this.#mayHaveUnanswered
  }

  /** Another process may have lost answers before us. */
  mayHaveInherited() {
    this.#mayHaveUnanswered = true
  }

  add({ id }: Message, sending: Promise<void>) {
    this.#messages.set(id, sending)
  }

  remove({ id }: Message) {
    this.#messages.delete(id)
  }

  async allDone() {
    await Promise.all(this.#messages.values())
  }

  /** As many as may be taken now; of a gateway that is in doubt one at a time. */
  get room() {
    const { transport, health } = this.parts
    const { size } = this.#messages
    if (health?.isInDoubt) return size > 0 ? 0 : Math.min(transport.free, 1)
    // While half of the window is under way the other half is fetched: neither side waits.
    return transport.free < size ? 0 : transport.free
  }

  /**
   * How many more may be lost. What is lost stays with this gateway, which may have sent it: of that
   * there is never more than a window, and it is tried first.
   */
  async mayBeLost() {
    const { transport, outbox } = this.parts
    if (!this.#mayHaveUnanswered) return Infinity
    const { window } = transport.state!
    const unanswered = await outbox.unanswered(window)
    this.#mayHaveUnanswered = unanswered.length > 0
    const others = this.ids.filter((id) => !unanswered.includes(id))
    return window - unanswered.length - others.length
  }

  /** Gives a claimed message to the transport; what becomes of it is judged once and written down. */
  async send(message: Message) {
    const { transport, health, outbox } = this.parts
    const began = new Date()
    let isSettled = false
    const settle = (outcome: Outcome) => {
      if (health && !isSettled) {
        health.note(outcome, began)
        this.#mayHaveUnanswered ||= outcome.kind === 'ambiguous'
      }
      isSettled = true
      return outbox.settle(message, outcome)
    }
    try {
      await transport.send(message, settle)
    } catch (error) {
      // A message that cannot even be written must not come back for ever.
      if (!isSettled) await settle({ kind: 'permanent', status: 'not_sendable' })
      throw error
    }
  }
}
