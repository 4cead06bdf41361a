import db from '@adonisjs/lucid/services/db'

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

/** In the outbox and in nobody's hands. */
export const WAITING = ['queued', 'waiting'] as const
export const CLAIMABLE = [...WAITING, 'sending'] as const
/** Not final yet. */
export const UNDER_WAY = [...CLAIMABLE, 'sent'] as const
export const STATES = [...UNDER_WAY, ...FINAL] as const
export type MessageState = (typeof STATES)[number]

/**
 * Finals in which nobody was told: the bureau has to call. `unknown` is not among them: an operator
 * that loses its receipts has most probably delivered, and would flood the list.
 */
export const MISSED: readonly MessageState[] = ['undeliverable', 'expired', 'rejected', 'failed']

/**
 * What a final state means in the row: nothing more to do, nothing more to tell. Nobody is called for
 * want of a code or of a gateway's test: whoever waits for it is there and asks again. Nor is anybody
 * under a number that was marked as wrong while the text was under way.
 */
export function ended(state: MessageState, at: string) {
  return {
    state,
    claimed_by: null,
    sealed: null,
    next_at: null,
    final_at: at,
    missed_at: MISSED.includes(state) ? db.raw(TO_BE_CALLED, [at]) : null,
  }
}

/** Of the row that ends; one look into the index of the silences. */
const TO_BE_CALLED = `case
  when messages.petition_id is null then null
  when exists (
    select 1 from silences
    where silences.recipient_index = messages.recipient_index
      and silences.authority_id = messages.authority_id
      and silences.channel = messages.channel
      and silences.reason = 'wrongNumber'
      and silences.lifted_at is null
  ) then null
  else ? end`
