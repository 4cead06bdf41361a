/**
 * The life of a message: queued → sending → sent → delivered, beside it waiting for another try.
 * What is final never changes: every update of a state names the states that it may leave.
 */
export const FINAL = [
  'delivered',
  'undeliverable',
  'expired',
  'rejected',
  'failed',
  'unknown',
  'cancelled',
  'suppressed',
] as const
export type FinalState = (typeof FINAL)[number]

export const OPEN = ['queued', 'sending', 'waiting', 'sent'] as const
export type MessageState = (typeof OPEN)[number] | FinalState

/** Finals in which nobody was told: the bureau has to call. */
export const MISSED: readonly string[] = [
  'undeliverable',
  'expired',
  'rejected',
  'failed',
  'unknown',
] satisfies FinalState[]
