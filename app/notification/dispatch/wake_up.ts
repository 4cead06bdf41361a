import { WakeUp } from '#shared/wake_up'

/** Rings after a commit that put something into the outbox; what each dispatcher waits for rings along. */
export const outboxWakeUp = new WakeUp()

/** Rings after a commit that wrote down receipts, or made a message known that one may wait for. */
export const receiptWakeUp = new WakeUp()
