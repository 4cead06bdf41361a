export type LinkPhase = 'idle' | 'connecting' | 'binding' | 'bound' | 'draining' | 'closed'

/** A link for a status page. */
export interface LinkState {
  phase: LinkPhase
  since: Date
  inFlight: number
  free: number
  lastFault: { what: string; at: Date } | null
  /** Why somebody should look now; null when nobody need. */
  alarm: string | null
  /** Since when the operator has asked for nothing but pauses; null when it took something since. */
  stalledSince: Date | null
  /** deliver_sm that were no receipts: somebody answered. Acknowledged and dropped. */
  replies: number
}
