import { isLoopback } from '#shared/network/loopback'
import { type Result, type Session, type Slot } from '../flow/session.ts'
import { SmsGateway, type Outcome, type Settle, type Sms } from '../gateway.ts'
import { type Log } from '../log.ts'
import { SenderNames } from './sender_names.ts'

/** What every gateway with a session is asked for. */
interface Who {
  name: string
  host: string
  /** The registered sender name (gönderici adı): 3–11 letters and digits of ASCII. */
  sender: string
}

/** A text under the name with which it goes. */
export type Signed = Sms & { sender: string }

/** A gateway that keeps a session with somebody. A text of several parts has one outcome. */
export abstract class SessionGateway<Part> extends SmsGateway {
  readonly name: string
  protected readonly isLocal: boolean
  private readonly senders: SenderNames

  /** @throws RangeError for a sender name that no operator registers. */
  constructor(
    { name, host, sender }: Who,
    protected readonly session: Session<Part>,
    protected readonly log: Log
  ) {
    super()
    this.senders = new SenderNames(sender, log)
    this.name = name
    this.isLocal = isLoopback(host)
  }

  get state() {
    return { name: this.name, ...this.session.state }
  }

  room(): Promise<void> {
    return this.session.room()
  }

  start() {
    this.senders.forget()
    this.session.start()
  }

  drain(): Promise<void> {
    return this.session.drain()
  }

  /** The message as it is sent: one part, or several of a long text. */
  protected abstract parts(sms: Signed): Part[]

  protected async carry(sms: Sms, settle: Settle): Promise<void> {
    const slot = await this.session.slot()
    if (!slot) {
      const status = this.session.state.link === 'bound' ? 'throttled' : 'no_link'
      return settle({ kind: 'throttled', status })
    }
    try {
      await settle(await this.tried(sms, slot))
    } finally {
      slot.release()
    }
  }

  /**
   * A wrong setting spoils every text, so the session stops; a wrong name that one authority brought
   * spoils its own alone, and they go under ours. All parts of one go under one name.
   */
  private async tried(sms: Sms, slot: Slot<Part>): Promise<Outcome> {
    const { own } = this.senders
    const sender = this.senders.nameFor(sms.sender)
    let outcome = await this.sent(this.parts({ ...sms, sender }), slot)
    if (outcome.kind === 'configuration' && sender !== own) {
      this.senders.refuse(sender, outcome.status)
      outcome = await this.sent(this.parts({ ...sms, sender: own }), slot)
    }
    if (outcome.kind === 'configuration') this.session.stop(outcome.status)
    return outcome
  }

  /**
   * Part after part, so that a refused first one costs nothing more. A throttle in the middle is
   * waited for: sending the whole text again would double the parts that are out.
   */
  private async sent(parts: Part[], slot: Slot<Part>): Promise<Outcome> {
    const ids: string[] = []
    for (const [index, part] of parts.entries()) {
      let result = await slot.submit(part)
      while (index > 0 && result.kind === 'throttled') {
        await this.session.unthrottled()
        result = await slot.submit(part)
      }
      if (result.kind !== 'sent') return index > 0 ? halfSent(result) : outcomeOf(result)
      ids.push(...result.ids)
    }
    return { kind: 'sent', ids }
  }
}

function outcomeOf(result: Result): Outcome {
  return result.kind === 'noLink' ? { kind: 'throttled', status: result.status } : result
}

/** Of a long text a part is out already: whoever sends the whole again doubles it. */
function halfSent(result: Result): Outcome {
  const outcome = outcomeOf(result)
  const mayPass = outcome.kind === 'throttled' || outcome.kind === 'temporary'
  return mayPass ? { kind: 'ambiguous', status: outcome.status } : outcome
}
