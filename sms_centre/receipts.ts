import { inBase } from './wire/ids.ts'
import { type Faults, type Lots } from './faults/faults.ts'
import { type Accepted } from './journal.ts'
import { receiptBody, replyBody, type Stat } from './wire/receipt_body.ts'
import { type Session } from './session.ts'

/** One thing that is to be said about a message. */
interface Owed {
  message: Accepted
  says: Stat | 'reply'
  /** As it is said; of the message unless somebody else is meant. */
  id: string
}

const NOBODYS_ID = '999999999'

/** The receipts that the centre still owes, and who is there to hear them. */
export class Receipts {
  faults: Faults = {}

  /** Oldest first; a set, because the first one is slow to take off a long list. */
  private readonly due = new Set<Owed>()
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
    const says = this.words(message)
    if (says.length > 0) this.later(wait, says)
  }

  stop() {
    for (const timer of this.timers) clearTimeout(timer)
    this.due.clear()
  }

  /** All that is said about one message, in its order. */
  private words(message: Accepted): Owed[] {
    const { receipts = {}, undelivered, replies, ids } = this.faults
    const { lots } = this
    const own = { message, id: inBase(message.id, ids?.receipt ?? 'decimal') }
    const said: Owed[] = []
    if (lots.strikes('replies', replies)) said.push({ ...own, says: 'reply' })
    if (lots.strikes('strangers', receipts.strangers)) {
      said.push({ ...own, id: NOBODYS_ID, says: 'DELIVRD' })
    }
    if (lots.strikes('lost', receipts.lost)) return said

    if (receipts.onTheWay) said.push({ ...own, says: 'ENROUTE' })
    const isStrange = lots.strikes('strangeState', receipts.strangeState)
    const arrived = !lots.strikes('undelivered', undelivered)
    const last = { ...own, says: isStrange ? 'BUFFERD' : arrived ? 'DELIVRD' : 'UNDELIV' } as const
    said.push(last)
    if (receipts.twice) said.push({ ...last })
    return said
  }

  private later(wait: number, owed: Owed[]) {
    const now = () => {
      for (const each of owed) this.due.add(each)
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
    for (const owed of this.due) {
      const session = this.listener(owed.message)
      if (!session) return
      this.due.delete(owed)
      void this.say(owed, session)
    }
  }

  private listener(message: Accepted): Session | undefined {
    for (const session of this.sessions) {
      if (session.hasRoom && session.systemId === message.systemId) return session
    }
  }

  private async say(owed: Owed, session: Session) {
    const status = await session.deliver(this.body(owed))
    if (status !== 0) this.later(status === null ? 0 : this.again, [owed])
    else if (owed.says !== 'reply' && owed.id !== NOBODYS_ID) await this.given(owed.message)
    this.go()
  }

  private body({ message, says, id }: Owed): Buffer {
    if (says === 'reply') return replyBody(message, id)
    const { textOnly, secondId, cutTlvs } = this.faults.receipts ?? {}
    const isCut = this.lots.strikes('cutTlvs', cutTlvs)
    return receiptBody({ message, id, stat: says }, { textOnly, secondId, isCut })
  }
}
