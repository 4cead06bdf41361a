import { type Alarm } from './alarm.ts'
import { type Fault } from './fault.ts'

export type LinkPhase = 'idle' | 'connecting' | 'binding' | 'bound' | 'draining' | 'closed'

/** A link for a status page. */
export interface LinkState {
  phase: LinkPhase
  since: Date
  /** Since when the other side has answered nothing; a bind alone ends it as little as it helps. */
  downSince: Date | null
  inFlight: number
  free: number
  /** Messages at once, at most. */
  window: number
  lastFault: (Fault & { at: Date }) | null
  /** Why somebody should look now; null when nobody need. */
  alarm: Alarm | null
  /** deliver_sm that were no receipts: somebody answered. Acknowledged and dropped. */
  replies: number
}
