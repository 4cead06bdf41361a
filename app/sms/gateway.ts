import { setTimeout as sleep } from 'node:timers/promises'

import { PhoneNumber } from '#shared/typed/phone_number'

import { BackOff } from './flow/back_off.ts'
import { type Alarm } from './flow/alarm.ts'
import { type Fault } from './flow/fault.ts'
import { type Log } from './log.ts'
import { type DeliveryState } from './receipts/receipt.ts'

/** A text message on its way out. */
export interface Sms {
  /** Ours, for the log; never a name or a number of a person. */
  reference: string
  /** `+905…` */
  to: string
  text: string
  /** The registered name under which it is sent; the gateway's own when not said. */
  sender?: string
  /** After it nobody wants the message any more. */
  expiresAt?: Date
}

/** What became of a message, once and for all of this attempt. `status` is a word for people and log. */
export type Outcome =
  /** The operator has it; one id for each part, in the form in which ids are compared. */
  | { kind: 'sent'; ids: string[] }
  /** Not taken, but perhaps later: try again, a few times. */
  | { kind: 'temporary'; status: string }
  /** This message will never be taken. */
  | { kind: 'permanent'; status: string }
  /** Nothing was sent and the attempt does not count: we are too fast, or there is no link. */
  | { kind: 'throttled'; status: string }
  /** The gateway's settings are wrong; it has stopped, the queue stays. */
  | { kind: 'configuration'; status: string }
  /** The link went before the answer came: it may have been sent, nobody can know. */
  | { kind: 'ambiguous'; status: string }

/** Statuses of `throttled` when not even a try was made. */
export const UNTRIED: string[] = ['no_link', 'throttled']

/** What an operator says later about one part of a message. */
export interface Receipt {
  /** Of the gateway. */
  gateway: string
  /** Compare with the ids of `sent`. */
  id: string
  /** Guesses in other bases; they count only for the same telephone and within seven days. */
  otherIds: string[]
  state: DeliveryState
  error: string | null
  /** When, as the operator writes it; where it says so. */
  done?: string | null
  /** `+905…`, when the operator says it. */
  to: string | null
  /** What was said, without the words of the message. */
  raw: string
}

export type { DeliveryState }

/** Milliseconds: a database that is away for longer has more to mend than one text said twice. */
const UNWRITTEN = 600_000

/** Writes an outcome down; resolves when that is committed. */
export type Settle = (outcome: Outcome) => Promise<void>

/** For a status page. */
export interface GatewayState {
  name: string
  /** How far its session is; `bound`: ready. */
  link: 'idle' | 'connecting' | 'binding' | 'bound' | 'draining' | 'closed'
  since: Date
  /** Since when nobody has answered at the other end; null while somebody does. */
  downSince: Date | null
  inFlight: number
  free: number
  /** Messages at once, at most. */
  window: number
  lastFault: (Fault & { at: Date }) | null
  /** Why somebody should look now; null when nobody need. */
  alarm: Alarm | null
  /** Answers of people, which nobody reads; where the gateway hears of them. */
  replies?: number
}

/**
 * Somebody who carries text messages (SMS operatörü). The training range +905000xxxxxx never leaves
 * this machine, whatever the settings say.
 */
export abstract class SmsGateway {
  abstract readonly name: string
  abstract readonly state: GatewayState

  /** Whether what it sends stays on this machine. */
  protected abstract readonly isLocal: boolean
  protected abstract readonly log: Log

  /** Messages that it would take now; none without a link or while throttled. */
  get free(): number {
    return this.state.free
  }

  /** Resolves when `free` is more than none; also when the gateway is drained. */
  abstract room(): Promise<void>

  abstract start(): void

  /** Takes nothing more, waits (10 s at most) for what is under way, and closes. */
  abstract drain(): Promise<void>

  /**
   * Sends one message. `settle` writes the outcome down; the message keeps its place in the window
   * until that is done. When `settle` rejects it is called again, with growing waits.
   * Resolves after `settle` has.
   */
  async send(sms: Sms, settle: Settle): Promise<void> {
    const refusal = this.refusal(sms)
    if (refusal) return settle({ kind: 'permanent', status: refusal })
    return this.carry(sms, (outcome) => this.settled(outcome, settle, sms))
  }

  /**
   * `told` is called with every receipt, also early, twice or for unknown ids. The operator hears that
   * we have it after the promise resolves; when it rejects, the operator is asked to say it again.
   */
  onReceipt(told: (receipt: Receipt) => Promise<void>) {
    this.told = told
  }

  protected told: (receipt: Receipt) => Promise<void> = async () => {
    throw new Error('nobody writes receipts down yet')
  }

  /** `settle` needs no second try: it resolves when the outcome is written down. */
  protected abstract carry(sms: Sms, settle: Settle): Promise<void>

  /**
   * A result that cannot be written down is not forgotten: the window waits for it, also when the session
   * was closed meanwhile because the lease could not be renewed either.
   */
  private async settled(outcome: Outcome, settle: Settle, { reference }: Sms) {
    const backOff = new BackOff({ first: 100, last: 5_000 })
    const until = performance.now() + UNWRITTEN
    for (;;) {
      try {
        return await settle(outcome)
      } catch (error) {
        if (performance.now() > until) throw error
        this.log.error({ reference }, 'The outcome of an SMS could not be written')
        await sleep(backOff.next(), null, { ref: false })
      }
    }
  }

  private refusal({ to, expiresAt }: Sms): string | null {
    const phone = PhoneNumber.parse(to)
    if (phone?.e164 !== to) return 'not_a_mobile_number'
    if (phone.isTraining && !this.isLocal) return 'training_number_outside'
    if (expiresAt && expiresAt.getTime() <= Date.now()) return 'expired'
    return null
  }
}
