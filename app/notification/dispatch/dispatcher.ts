import { setTimeout as pause } from 'node:timers/promises'
import { WakeUp } from '#shared/wake_up'
import { outboxWakeUp, receiptWakeUp } from './wake_up.ts'
import type { Transport } from '../transport/transport.ts'
import { type Log, type Outcome, SILENT } from '#sms'
import { Lease } from './lease.ts'
import type { Health } from '../monitoring/health.ts'
import { GatewayReport } from '../models/gateway_report.ts'
import type { Message } from '../models/message.ts'
import type { Outbox, Which } from '../outbox/outbox.ts'
import type { ReceiptBook } from '../receipts/receipt_book.ts'
import { Reporting } from '../monitoring/reporting.ts'
import type { Hold } from '../limits/hold.ts'
import type { SendingLimits } from '../limits/sending_limits.ts'
import { PollLoop } from './poll_loop.ts'
import { withoutSuppressed } from './suppression.ts'
import type { Failover } from './failover.ts'

/** Milliseconds: how long new work may go unnoticed when another process made it. */
const LOOK = 400
const SWEEP = 10_000
/** Receipts are in no hurry: a handful at once costs as much as one. */
const GATHER = 75
const AFTER_A_FAULT = 2_000
const LAST_WORDS = 10_000

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
  readonly #bell = new WakeUp()
  readonly #sending = new PollLoop(this.#bell, () => this.#safely(() => this.#send()))
  readonly #receiptBell = new WakeUp()
  readonly #matching = new PollLoop(this.#receiptBell, () => this.#safely(() => this.#match()))
  readonly #underWay = new Map<number, Promise<unknown>>()
  readonly #lease: Lease
  readonly #reporting: Reporting
  #isOpen = false
  #closing: Promise<void> | null = null
  #room: Promise<void> | null = null
  #swept = -Infinity
  #hasRecovered = false
  /** Something may have gone out whose answer was lost. */
  #mayHaveTied = false
  #hasMoreReceipts = false

  constructor(
    private readonly parts: DispatcherParts,
    private readonly log: Log = SILENT
  ) {
    this.#lease = new Lease(parts.transport.name)
    this.#reporting = new Reporting(parts.transport, parts.health)
  }

  start() {
    outboxWakeUp.connect(this.#bell)
    this.#sending.start()
    receiptWakeUp.connect(this.#receiptBell)
    if (this.parts.receipts) this.#matching.start()
  }

  /** Claims nothing more, waits for what is under way, and lets another process in. */
  async stop() {
    await this.#sending.stop()
    outboxWakeUp.disconnect(this.#bell)
    await this.#safely(async () => {
      await this.#close()
      const all = Promise.all(this.#underWay.values())
      await Promise.race([all, pause(LAST_WORDS, null, { ref: false })])
      return 0
    })
    await this.#matching.stop()
    receiptWakeUp.disconnect(this.#receiptBell)
    await this.#safely(async () => {
      if (this.#lease.isHeld) await this.#reporting.lastWord()
      await this.#lease.release()
      return 0
    })
  }

  async #send(): Promise<number> {
    if (!(await this.#lease.holds())) {
      await this.#close()
      return LOOK
    }
    // The lease may be back before the link is down; whoever opened it now would open it for nothing.
    if (this.#closing) {
      await this.#closing
      return 0
    }
    await this.#recoverOnce()
    const positions = await this.#positions()
    this.#open()
    await this.#reporting.nowAndThen()
    await this.#sweepNowAndThen()
    for (const position of positions) await this.#claim(position)
    return LOOK
  }

  async #claim(position: number) {
    const { transport, health, outbox } = this.parts
    const isOwn = position === outbox.route.position
    if (transport.free === 0) this.#ringWhenRoom()
    if (health?.mayProbe === false) {
      if (isOwn) await this.#take(this.#most, position, 'tests')
      return
    }
    if (isOwn && this.#mayHaveTied) await this.#take(this.#most, position, 'tied')
    if (this.#most > 0) await this.#take(Math.min(this.#most, await this.#untied()), position)
  }

  /** As many as may be taken now; of a gateway that is in doubt one at a time. */
  get #most() {
    const { transport, health } = this.parts
    const { size } = this.#underWay
    if (health?.isInDoubt) return size > 0 ? 0 : Math.min(transport.free, 1)
    // While half of the window is under way the other half is fetched: neither side waits.
    return transport.free < size ? 0 : transport.free
  }

  /**
   * How many more may be lost. What is lost stays with this gateway, which may have sent it: of that
   * there is never more than a window, and it is tried first.
   */
  async #untied() {
    const { transport, outbox } = this.parts
    if (!this.#mayHaveTied) return Infinity
    const { window } = transport.state!
    const tied = await outbox.tied(window)
    this.#mayHaveTied = tied.length > 0
    const others = [...this.#underWay.keys()].filter((id) => !tied.includes(id))
    return window - tied.length - others.length
  }

  async #take(most: number, position: number, which: Which = 'due') {
    const { outbox } = this.parts
    if (most <= 0) return
    const claimed = await outbox.claim(most, [...this.#underWay.keys()], position, which)
    const leaving = await withoutSuppressed(claimed)
    const holds = await this.parts.limits?.holds(leaving)
    for (const message of leaving) {
      this.#underWay.set(message.id, this.#carry(message, holds?.get(message.id)))
    }
  }

  /** Whoever resumes a gateway wants it to try anew, also one that had stopped for good. */
  async #positions() {
    const { failover, transport, health, outbox } = this.parts
    if (!failover) return [outbox.route.position]
    const positions = await failover.positions()
    if (failover.wasResumed()) {
      health?.again()
      if (this.#isOpen) transport.start()
    }
    return positions
  }

  async #match(): Promise<number> {
    // After a full page many more wait: those are gathered already.
    if (!this.#hasMoreReceipts) await pause(GATHER)
    this.#hasMoreReceipts = this.#lease.isHeld && (await this.parts.receipts!.match())
    return this.#hasMoreReceipts ? 0 : LOOK
  }

  async #carry(message: Message, hold?: Hold) {
    await this.#safely(async () => {
      if (hold) await this.parts.outbox.postpone(message, hold.until, hold.reason)
      else await this.#handOver(message)
      return 0
    })
    this.#underWay.delete(message.id)
    this.#bell.ring()
  }

  async #handOver(message: Message) {
    const { transport, health, outbox } = this.parts
    const began = new Date()
    let isSettled = false
    const settle = (outcome: Outcome) => {
      if (health && !isSettled) {
        health.note(outcome, began)
        this.#mayHaveTied ||= outcome.kind === 'ambiguous'
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

  async #recoverOnce() {
    if (this.#hasRecovered) return
    const { transport, health } = this.parts
    if (health && !this.#isOpen) {
      const report = await GatewayReport.lately(transport.name)
      health.begin(report?.failingSince?.toJSDate() ?? null)
      this.#mayHaveTied = true
    }
    await this.parts.outbox.recover([...this.#underWay.keys()])
    this.#hasRecovered = true
  }

  async #sweepNowAndThen() {
    if (performance.now() - this.#swept < SWEEP) return
    await this.parts.outbox.sweep([...this.#underWay.keys()])
    this.#swept = performance.now()
  }

  /** Once: a gateway that stopped because of a wrong setting waits for a person. */
  #open() {
    if (!this.#isOpen) this.parts.transport.start()
    this.#isOpen = true
  }

  /** Whatever happens next, another process may have been at it in between. */
  async #close() {
    this.#hasRecovered = false
    if (this.#isOpen) {
      this.#isOpen = false
      this.#closing = this.parts.transport.drain().finally(() => {
        this.#closing = null
      })
    }
    await this.#closing
  }

  #ringWhenRoom() {
    this.#room ??= this.parts.transport.room().then(() => {
      this.#room = null
      this.#bell.ring()
    })
  }

  /** Without the database there is no lease to renew; whoever cannot renew must not send. */
  async #safely(work: () => Promise<number>): Promise<number> {
    try {
      return await work()
    } catch (error) {
      this.log.error({ err: error }, 'The outbox is in trouble')
      // A claim may have been written although its answer was lost.
      this.#hasRecovered = false
      if (!this.#lease.isHeld) this.#close().catch(() => {})
      return AFTER_A_FAULT
    }
  }
}
