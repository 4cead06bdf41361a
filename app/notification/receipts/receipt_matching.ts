import { setTimeout as pause } from 'node:timers/promises'
import { WakeUp } from '#shared/wake_up'
import { PollLoop } from '../dispatch/poll_loop.ts'
import { receiptWakeUp } from '../dispatch/wake_up.ts'
import type { ReceiptBook } from './receipt_book.ts'

/** Milliseconds: how long a receipt may go unnoticed when another process wrote it down. */
const LOOK = 400
/** Receipts are in no hurry: a handful at once costs as much as one. */
const GATHER = 75

/** Brings receipts and messages together, for as long as it may. */
export class ReceiptMatching {
  readonly #wakeUp = new WakeUp()
  readonly #loop: PollLoop
  #hasMore = false

  /** @param safely does the work, whatever it throws; @param mayMatch whether nobody else does it */
  constructor(
    private readonly receipts: ReceiptBook,
    private readonly mayMatch: () => boolean,
    safely: (work: () => Promise<number>) => Promise<number>
  ) {
    this.#loop = new PollLoop(this.#wakeUp, () => safely(() => this.#match()))
  }

  start() {
    receiptWakeUp.connect(this.#wakeUp)
    this.#loop.start()
  }

  async stop() {
    await this.#loop.stop()
    receiptWakeUp.disconnect(this.#wakeUp)
  }

  async #match(): Promise<number> {
    // After a full page many more wait: those are gathered already.
    if (!this.#hasMore) await pause(GATHER)
    this.#hasMore = this.mayMatch() && (await this.receipts.match())
    return this.#hasMore ? 0 : LOOK
  }
}
