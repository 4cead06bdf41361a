import type { DateTime } from 'luxon'
import { moment, stamp, type Stored } from '#shared/dates/stored'
import type { FinalState } from '../message_states.ts'

/** Before everything that merely is due: its message has become known; nothing else has this moment. */
export const AT_ONCE = '2000-01-01 00:00:00'

/** A guessed id counts only so long after the message. */
const GUESSES = { days: 7 }
/** So long an operator may say a receipt once more. */
export const REPEATED_WITHIN = { days: 7 }
const DOUBT = { minutes: 1 }
/** Seconds until a receipt without a message is looked at again. */
const SECOND_LOOK = 5
/** So long the answer that names a receipt's own message may be on its way; rows know whole seconds. */
const OWN_ANSWER = { seconds: SECOND_LOOK - 1 }

/** Plain rows: thousands a minute pass here. */
export interface ReceiptRow {
  id: number
  remote_id: string
  other_ids: string | null
  state: string
  /** When, as the operator writes it. */
  done: string | null
  recipient_index: string | null
  received_at: Stored
  next_at: Stored
}

export interface PartRow {
  id: number
  message_id: number
  remote_id: string
  state: string
  sent_at: Stored
  recipient_index: string
}

/** A receipt whose part is known. */
export type Understood = Pick<ReceiptRow, 'remote_id' | 'state' | 'done' | 'recipient_index'> & {
  part_id: number
}

/**
 * Receipts that are said once more (same id, state, time and telephone) speak of the same part as the
 * first: operators begin their ids anew, and then a later message to the same telephone has the id too.
 */
export class Repeats {
  readonly #parts = new Map<string, number>()

  /** @param understood the newest first: the first of all counts */
  constructor(understood: Understood[]) {
    for (const one of understood) this.add(one, one.part_id)
  }

  add(receipt: Pick<Understood, 'remote_id' | 'state' | 'done' | 'recipient_index'>, part: number) {
    this.#parts.set(sameness(receipt), part)
  }

  /** The part that the first of them spoke of. */
  firstOf(receipt: ReceiptRow): number | undefined {
    return this.#parts.get(sameness(receipt))
  }
}

function sameness({
  remote_id: id,
  state,
  done,
  recipient_index: phone,
}: Omit<Understood, 'part_id'>) {
  return [id, state, done ?? '', phone ?? ''].join(' ')
}

/** Under which ids a receipt's part may be known, the certain one first. */
export function idsOf({ remote_id: id, other_ids: others }: ReceiptRow) {
  return [id, ...(others?.split(' ') ?? [])]
}

/**
 * The part that a receipt speaks of. Its own id is certain, unless the operator began its ids anew:
 * then the telephone decides. Guesses count when its own message had some seconds to become
 * known, and for the same telephone only; but then before an own id of another telephone: ids
 * in another base are somebody else's ids as well.
 *
 * @param parts by their ids, the newest first
 */
export function partOf(receipt: ReceiptRow, parts: Map<string, PartRow[]>, now: DateTime) {
  const [own, ...others] = idsOf(receipt).map((id) => parts.get(id) ?? [])
  const isEarly = moment(receipt.received_at) > now.minus(OWN_ANSWER)
  const guesses = (isEarly ? [] : others.flat()).filter(
    (part) => isToTheSame(part, receipt) && moment(part.sent_at) > now.minus(GUESSES)
  )
  const likely = [...own!.filter((part) => isToTheSame(part, receipt)), ...guesses]
  // Said twice, or early for a message that got an old id: for a while nobody can know.
  const isDoubtful = moment(receipt.received_at) > now.minus(DOUBT)
  const mayBeForeign = others.length === 0 || !isDoubtful
  const candidates = mayBeForeign ? [...likely, ...own!] : likely
  const waiting = candidates.find((part) => part.state === 'sent')
  return waiting ?? (isDoubtful ? undefined : candidates[0])
}

/** Whether its message had become known before it was looked at. */
export function wasAtOnce({ next_at: nextAt }: ReceiptRow) {
  return stamp(moment(nextAt)) === AT_ONCE
}

export function isToTheSame(part: PartRow, receipt: ReceiptRow) {
  return part.recipient_index === receipt.recipient_index
}

/** What all receipts of a message together say, once they do. */
export function lastWord(states: string[]): FinalState | undefined {
  const bad = states.find((state) => state !== 'sent' && state !== 'delivered')
  if (bad) return bad as FinalState
  return states.every((state) => state === 'delivered') ? 'delivered' : undefined
}

/** Seconds until a receipt without a message is looked at again; null: it is nobody's. */
export function waitFor({ received_at: receivedAt }: ReceiptRow, now: DateTime) {
  const age = now.diff(moment(receivedAt)).as('hours')
  if (age > 72) return null
  if (age > 1) return 3600
  return age > 1 / 60 ? 60 : SECOND_LOOK
}
