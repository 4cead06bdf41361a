import type { DateTime } from 'luxon'
import type { Outcome } from '#sms'
import type { MessageState } from '../message_states.ts'
import { AT_MOST_ONCE, type MessageEvent } from '../message_events.ts'

/** Seconds before the next try; afterwards every hour until the message has expired. */
const DELAYS = [30, 60, 120, 300, 600, 1800]
const HOUR = 3600

/** A moment's rest before something that nobody counts is tried again. */
const PAUSE = { seconds: 1 }

/** So often a text goes out of which nobody can know whether it arrived; then somebody calls. */
export const SENDS_IN_DOUBT = 3

/** It was sent as often as that. */
export const NO_ANSWER = 'no_answer_again'

/** Technical failures after which the next gateway has its turn. */
const TRIES_AT_ONE = 3

export type Failure = Exclude<Outcome, { kind: 'sent' }>

/** A gateway's place among all that carry the same kind of message. */
export interface Place {
  gateway: string
  /** Counted from 0, in the order of the settings. */
  position: number
  /** How many there are. */
  of: number
}

/** Of a message, what decides over it. */
interface Tried {
  event: MessageEvent
  attempts: number
  /** How often it may have gone out before, nobody knows. */
  unanswered: number
  expiresAt: DateTime
  /** The gateway that may have sent it before, or that it tests. */
  boundTo: string | null
}

export interface RetryDecision {
  state: MessageState
  attempts: number
  unanswered: number
  /** When to try again; null for good. */
  nextAt: DateTime | null
  fault: string
  /** Whose turn it is then. */
  position: number
  /** The only gateway that may try; null: any. */
  boundTo: string | null
}

/** What becomes of a message that was not taken. */
export function decideRetry(
  tried: Tried,
  failure: Failure,
  now: DateTime,
  place: Place
): RetryDecision {
  const { kind, status } = failure
  const unanswered = tried.unanswered + (kind === 'ambiguous' ? 1 : 0)
  const next = { ...fate(tried, failure, now), unanswered, fault: status }
  if (kind === 'ambiguous' && unanswered >= SENDS_IN_DOUBT) {
    Object.assign(next, { state: 'failed', nextAt: null, fault: NO_ANSWER })
  }
  // It may be out there already, whatever became of later tries: another operator would surely double
  // it, and a receipt of this one can still come. A test is of this gateway and no other.
  if (kind === 'ambiguous' || tried.boundTo !== null) {
    return { ...next, position: place.position, boundTo: place.gateway }
  }
  const position = Math.floor(next.attempts / TRIES_AT_ONE) % place.of
  return { ...next, position, boundTo: null }
}

function fate(
  { event, attempts, expiresAt }: Tried,
  { kind, status: fault }: Failure,
  now: DateTime
): Pick<RetryDecision, 'state' | 'attempts' | 'nextAt'> {
  switch (kind) {
    case 'throttled':
    case 'configuration':
      return { state: 'waiting', attempts, nextAt: now.plus(PAUSE) }
    case 'permanent':
      return { state: refused(fault, attempts), attempts: attempts + 1, nextAt: null }
    case 'temporary':
    case 'ambiguous': {
      // A status text that arrives twice harms nobody; one that never arrives does. A second code
      // of the same kind would be a riddle.
      const nextAt = now.plus({ seconds: DELAYS[attempts] ?? HOUR })
      const maySendAgain = kind === 'temporary' || !AT_MOST_ONCE.includes(event)
      const again = maySendAgain && nextAt < expiresAt
      const state = again ? 'waiting' : 'failed'
      return { state, attempts: attempts + 1, nextAt: again ? nextAt : null }
    }
  }
}

/** Nobody refused it: we do not send it. */
const OF_OUR_OWN = ['training_number_outside', 'mail_off']

function refused(fault: string, attempts: number): MessageState {
  if (OF_OUR_OWN.includes(fault)) return 'suppressed'
  if (fault === 'expired') return outOfTime(attempts)
  return 'rejected'
}

/** Tried in vain, or never had its turn. */
export function outOfTime(attempts: number): MessageState {
  return attempts > 0 ? 'failed' : 'expired'
}
