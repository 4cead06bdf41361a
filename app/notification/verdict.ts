import type { DateTime } from 'luxon'
import type { Outcome } from './gateways/gateway.ts'
import type { MessageState } from './states.ts'

/** Seconds before the next try; afterwards every hour until the message has expired. */
const DELAYS = [30, 60, 120, 300, 600, 1800]
const HOUR = 3600

/** A moment's rest before something that nobody counts is tried again. */
const PAUSE = { seconds: 1 }

export type Failure = Exclude<Outcome, { kind: 'sent' }>

export interface Verdict {
  state: MessageState
  attempts: number
  /** When to try again; null for good. */
  nextAt: DateTime | null
  fault: string
}

/** What becomes of a message that was not taken. */
export function verdict(
  { attempts, expiresAt }: { attempts: number; expiresAt: DateTime },
  { kind, status: fault }: Failure,
  now: DateTime
): Verdict {
  switch (kind) {
    case 'throttled':
    case 'configuration':
      return { state: 'waiting', attempts, nextAt: now.plus(PAUSE), fault }
    case 'permanent':
      return { state: refused(fault, attempts), attempts: attempts + 1, nextAt: null, fault }
    case 'temporary':
    case 'ambiguous': {
      // A status text that arrives twice harms nobody; one that never arrives does.
      const nextAt = now.plus({ seconds: DELAYS[attempts] ?? HOUR })
      const again = nextAt < expiresAt
      const state = again ? 'waiting' : 'failed'
      return { state, attempts: attempts + 1, nextAt: again ? nextAt : null, fault }
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
