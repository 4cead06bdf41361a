import { setTimeout as pause } from 'node:timers/promises'
import { WakeUp } from '#shared/wake_up'
import { type Log, SILENT } from '#sms'
import type { Hold } from '../limits/hold.ts'
import type { SendingLimits } from '../limits/sending_limits.ts'
import { GatewayReport } from '../models/gateway_report.ts'
import type { Message } from '../models/message.ts'
import type { Health } from '../monitoring/health.ts'
import { Reporting } from '../monitoring/reporting.ts'
import type { Wanted } from '../outbox/due.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { ReceiptBook } from '../receipts/receipt_book.ts'
import { ReceiptMatching } from '../receipts/receipt_matching.ts'
import { LAST_WORDS, type Transport } from '../transport/transport.ts'
import type { Failover } from './failover.ts'
import { InFlight } from './in_flight.ts'
import { Lease } from './lease.ts'
import { Opening } from './opening.ts'
import { PollLoop } from './poll_loop.ts'
import { withoutSuppressed } from './suppression.ts'
import { outboxWakeUp } from './wake_up.ts'

/** Milliseconds: how long new work may go unnoticed when another process made it. */
const LOOK = 400
const END_OVERDUE_EVERY = 10_000
const AFTER_A_FAULT = 2_000

export interface DispatcherParts {
  transport: Transport
  outbox: Outbox
  receipts?: ReceiptBook
  limits?: SendingLimits
  /** Absent: nobody judges what becomes of messages. */
  health?: Health
  /** Absent: it stands in for nobody, and nobody pauses it. */
  failover?: Failover
}

/**
 * One gateway's way out of the house: takes what is due from the outbox, gives it to the transport,
 * writes down what became of it. Of all processes, the one with the gateway's lease does it.
 */
export class Dispatcher {
  readonly #wakeUp = new WakeUp()
  readonly #sending = new PollLoop(this.#wakeUp, () => this.#safely(() => this.#send()))
  readonly #matching: ReceiptMatching | null
  readonly #inFlight: InFlight
  readonly #opening: Opening
  readonly #lease: Lease
  readonly #reporting: Reporting
  #room: Promise<void> | null = null
  #endedOverdueAt = -Infinity
  #hasRecovered = false

  constructor(
    private readonly parts: DispatcherParts,
    private readonly log: Log = SILENT
  ) {
    const { transport, receipts, health } = parts
    this.#inFlight = new InFlight(parts)
    this.#opening = new Opening(transport)
    this.#lease = new Lease(transport.name)
    this.#reporting = new Reporting(transport, health)
    const isOurs = () => this.#lease.isHeld
    this.#matching = receipts
      ? new ReceiptMatching(receipts, isOurs, (work) => this.#safely(work))
      : null
  }

  start() {
    outboxWakeUp.connect(this.#wakeUp)
    this.#sending.start()
    this.#matching?.start()
  }

  /** Claims nothing more, waits for what is under way, and lets another process in. */
  async stop() {
    await this.#sending.stop()
    outboxWakeUp.disconnect(this.#wakeUp)
    await this.#safely(async () => {
      await this.#close()
      await Promise.race([this.#inFlight.allDone(), pause(LAST_WORDS, null, { ref: false })])
    })
    await this.#matching?.stop()
    await this.#safely(async () => {
      if (this.#lease.isHeld) await this.#reporting.lastWord()
      await this.#lease.release()
    })
  }

  async #send(): Promise<number> {
    if (!(await this.#lease.holds())) {
      await this.#close()
      return LOOK
    }
    // The lease may be back before the link is down.
    if (this.#opening.closing) {
      await this.#opening.closing
      return 0
    }
    if (!(await this.#recoverOnce())) return 0
    const positions = await this.#positions()
    this.#opening.open()
    await this.#reporting.nowAndThen()
    await this.#endOverdueNowAndThen()
    for (const position of positions) await this.#dispatch(position)
    return LOOK
  }

  /** False when the lease went to another process meanwhile. */
  async #recoverOnce() {
    if (this.#hasRecovered) return true
    const { transport, health, outbox } = this.parts
    if (health && !this.#opening.isOpen) {
      const report = await GatewayReport.lately(transport.name)
      health.begin(report?.failingSince?.toJSDate() ?? null)
      this.#inFlight.mayHaveInherited()
    }
    this.#hasRecovered = await outbox.recover(this.#inFlight.ids, () => this.#lease.holds())
    return this.#hasRecovered
  }

  /** Whoever resumes a gateway wants it to try anew, also one that had stopped for good. */
  async #positions() {
    const { failover, transport, health, outbox } = this.parts
    if (!failover) return [outbox.route.position]
    const positions = await failover.positions()
    if (failover.wasResumed()) {
      health?.again()
      if (this.#opening.isOpen) transport.start()
    }
    return positions
  }

  async #endOverdueNowAndThen() {
    if (performance.now() - this.#endedOverdueAt < END_OVERDUE_EVERY) return
    await this.parts.outbox.endOverdue(this.#inFlight.ids)
    this.#endedOverdueAt = performance.now()
  }

  async #dispatch(position: number) {
    const { transport, health, outbox } = this.parts
    const inFlight = this.#inFlight
    const isOwn = position === outbox.route.position
    if (transport.free === 0) this.#wakeUpWhenRoom()
    if (health?.mayProbe === false) {
      if (isOwn) await this.#claim(inFlight.room, position, 'tests')
      return
    }
    if (isOwn && inFlight.mayHaveUnanswered) {
      await this.#claim(inFlight.room, position, 'unanswered')
    }
    if (inFlight.room > 0) {
      await this.#claim(Math.min(inFlight.room, await inFlight.mayBeLost()), position)
    }
  }

  async #claim(most: number, position: number, which: Wanted['which'] = 'due') {
    if (most <= 0) return
    const { outbox, limits } = this.parts
    const claimed = await outbox.claim(most, { except: this.#inFlight.ids, position, which })
    const leaving = await withoutSuppressed(claimed)
    const holds = await limits?.holds(leaving)
    for (const message of leaving) {
      this.#inFlight.add(message, this.#sendOrHold(message, holds?.get(message.id)))
    }
  }

  async #sendOrHold(message: Message, hold?: Hold) {
    await this.#safely(() =>
      hold ? this.parts.outbox.postpone(message, hold) : this.#inFlight.send(message)
    )
    this.#inFlight.remove(message)
    this.#wakeUp.ring()
  }

  /** Whatever happens next, another process may have been at it in between. */
  async #close() {
    this.#hasRecovered = false
    await this.#opening.close()
  }

  #wakeUpWhenRoom() {
    this.#room ??= this.parts.transport.room().then(() => {
      this.#room = null
      this.#wakeUp.ring()
    })
  }

  /**
   * Without the database there is no lease to renew; whoever cannot renew must not send. Gives the
   * milliseconds that may pass until it is tried again.
   */
  async #safely(work: () => Promise<number | void>): Promise<number> {
    try {
      return (await work()) ?? 0
    } catch (error) {
      this.log.error({ err: error }, 'The outbox is in trouble')
      // A claim may have been written although its answer was lost.
      this.#hasRecovered = false
      if (!this.#lease.isHeld) this.#close().catch(() => {})
      return AFTER_A_FAULT
    }
  }
}
