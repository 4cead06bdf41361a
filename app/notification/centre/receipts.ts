import { type Base, type Faults, type Lots } from './faults.ts'
import { type Accepted } from './journal.ts'
import { type Session } from './session.ts'
import { cstring, deliverBody } from './wire.ts'

const RECEIPT = 0x04
const RECEIPTED_ID = 0x001e
const MESSAGE_STATE = 0x0427

interface Owed {
  message: Accepted
  arrived: boolean
}

/** The receipts that the centre still owes, and who is there to hear them. */
export class Receipts {
  faults: Faults = {}

  private readonly due: Owed[] = []
  private readonly sessions = new Set<Session>()
  private readonly timers = new Set<NodeJS.Timeout>()

  constructor(
    private readonly lots: Lots,
    private readonly given: (message: Accepted) => Promise<void>,
    /** Before a refused receipt is said again, in milliseconds. */
    private readonly again: number
  ) {}

  join(session: Session) {
    this.sessions.add(session)
    this.go()
  }

  leave(session: Session) {
    this.sessions.delete(session)
  }

  /** Gives the receipt of a message, in `wait` milliseconds or as soon as somebody listens. */
  owe(message: Accepted, wait = 0) {
    if (this.lots.strikes('lost', this.faults.receipts?.lost)) return
    const arrived = !this.lots.strikes('undelivered', this.faults.undelivered)
    const copies = this.faults.receipts?.twice ? 2 : 1
    this.later(
      wait,
      Array.from({ length: copies }, () => ({ message, arrived }))
    )
  }

  stop() {
    for (const timer of this.timers) clearTimeout(timer)
    this.due.length = 0
  }

  private later(wait: number, owed: Owed[]) {
    const now = () => {
      this.due.push(...owed)
      this.go()
    }
    if (wait === 0) return now()
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      now()
    }, wait)
    this.timers.add(timer)
  }

  private go() {
    for (let owed = this.due[0]; owed; owed = this.due[0]) {
      const session = this.listener(owed.message)
      if (!session) return
      this.due.shift()
      void this.say(owed, session)
    }
  }

  private listener(message: Accepted): Session | undefined {
    return [...this.sessions].find(
      (session) => session.hasRoom && session.systemId === message.systemId
    )
  }

  private async say(owed: Owed, session: Session) {
    const status = await session.deliver(this.body(owed))
    if (status === 0) await this.given(owed.message)
    else this.later(status === null ? 0 : this.again, [owed])
    this.go()
  }

  private body({ message, arrived }: Owed): Buffer {
    const id = inBase(message.id, this.faults.ids?.receipt ?? 'decimal')
    const stat = arrived ? 'DELIVRD' : 'UNDELIV'
    const day = compact(message.at)
    const fields = `id:${id} sub:001 dlvrd:00${arrived ? 1 : 0} submit date:${day} done date:${day}`
    return deliverBody({
      from: message.to,
      to: message.from,
      esmClass: RECEIPT,
      text: `${fields} stat:${stat} err:${arrived ? '000' : '001'} text:...`,
      tlvs: this.faults.receipts?.textOnly
        ? []
        : [
            [RECEIPTED_ID, cstring(id)],
            [MESSAGE_STATE, Buffer.of(arrived ? 2 : 5)],
          ],
    })
  }
}

export function inBase(id: number, base: Base): string {
  if (base === 'decimal') return String(id)
  if (base === 'hex') return id.toString(16)
  return id.toString(16).toUpperCase().padStart(10, '0')
}

/** `YYMMDDhhmm`, UTC. */
function compact(date: Date): string {
  return date.toISOString().replace(/\D/g, '').slice(2, 12)
}
