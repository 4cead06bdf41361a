import type { DateTime } from 'luxon'
import { type Catalogue, hoursLater, ruleFor } from '#organisation'
import { DESK_STAGES, type Stage } from '../stages.ts'

/** A petition as far as the desk's and the unit's own clocks go. */
export interface Waiting {
  stage: string
  desk: string
  kind: string
  urgency: string
  receivedAt: DateTime
  unitSince: DateTime
}

/**
 * Masanın ve birimin kendi süresi: the bureau's desk refers, and a unit speaks with the petitioner,
 * within so many open hours. Null: neither is to do it now, or it is the managers' desk.
 */
export function ownClockOf(petition: Waiting, catalogue: Catalogue) {
  const clock = clockAt(petition)
  if (!clock) return null
  const rule = ruleFor(catalogue.rules, clock, petition.kind, petition.urgency)
  const since = rule.starts === 'receipt' ? petition.receivedAt : petition.unitSince
  // A petition that came back is at the desk anew.
  const isBack = clock === 'desk' && petition.unitSince > petition.receivedAt
  const from = isBack ? petition.unitSince : since
  return { clock, rule, since: from, until: hoursLater(from, rule.days, catalogue) }
}

function clockAt({ stage, desk }: Waiting) {
  if (desk !== 'bureau') return null
  if (DESK_STAGES.includes(stage as Stage)) return 'desk' as const
  return stage === 'routed' || stage === 'inProgress' ? ('unit' as const) : null
}
