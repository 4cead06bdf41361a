import { DateTime } from 'luxon'
import type { GatewayLease } from '../models/gateway_lease.ts'
import type { GatewayReport } from '../models/gateway_report.ts'

/** A living process renews its lease every five seconds. */
const SILENT = { seconds: 10 }

/** What is known of a gateway and its process. */
export interface Observed {
  report: GatewayReport | null
  lease: GatewayLease | null
  pause: { at: DateTime; by: string | null } | null
}

export const BOARD_STATES = [
  ...(['ended', 'silent', 'paused', 'stopped', 'failing', 'bound', 'down'] as const),
] as const
type BoardState = (typeof BOARD_STATES)[number]

/** Nobody sends through it. */
export function isGone(state: BoardState) {
  return state === 'ended' || state === 'silent'
}

/** In one word what an IT officer has to know first; words under `notification.gateways.state`. */
export function stateOf({ report, lease, pause }: Observed): BoardState {
  if (!lease && report?.link === 'ended') return 'ended'
  if (!lease || !report || lease.renewedAt < DateTime.utc().minus(SILENT)) return 'silent'
  if (pause) return 'paused'
  if (report.link === 'closed' && report.alarm) return 'stopped'
  if (report.failingSince) return 'failing'
  return report.link === 'bound' ? 'bound' : 'down'
}

/** When that began. */
export function sinceOf(state: BoardState, { report, lease, pause }: Observed): DateTime | null {
  if (state === 'silent') return lease?.renewedAt ?? report?.reportedAt ?? null
  if (state === 'paused') return pause!.at
  if (state === 'failing') return report!.failingSince
  if (state === 'down') return report!.downSince ?? report!.since
  return report?.since ?? null
}
