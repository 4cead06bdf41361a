import type { Petition } from '../models/petition.ts'
import { OPEN_STAGES, type Stage } from '../stages.ts'

/** What can be answered together: of information and of one's own data a law says how each is answered. */
const KINDS: readonly string[] = ['request', 'complaint', 'suggestion', 'thanks']
/** Nothing of it waits for anybody. */
const LEADABLE: readonly Stage[] = ['received', 'returned', 'reopened', 'routed', 'inProgress']
/** So many numbers are answered by one answer. */
export const MOST_LED = 9

/**
 * Why a petition can be merged with none, as the problem's rule; null: it can. Never across what some may
 * see and others not: what is told on, about somebody, or restricted stays by itself.
 */
export function unmergeable(petition: Petition) {
  if (petition.leadId) return 'led'
  if (!OPEN_STAGES.includes(petition.stage as Stage)) return 'over'
  const isAbout = petition.complainedUnitId || petition.complainedOfficerId
  const isPlain = petition.circle === 'house' && petition.desk === 'bureau'
  const named = isAbout || petition.complainedName || petition.decider !== 'unit'
  return KINDS.includes(petition.kind) && isPlain && !named ? null : 'alone'
}

/** Why these two are not answered by one answer; null: they can. @param lead which of them leads */
export function unmergeableWith(lead: Petition, led: Petition) {
  if (lead.id === led.id) return 'same'
  // It went there already, or the other way round: three in a circle would lead nobody.
  if (lead.leadId === led.id || led.leadId === lead.id) return 'already'
  for (const one of [lead, led]) {
    const rule = unmergeable(one)
    if (rule) return rule
  }
  if (lead.authorityId !== led.authorityId || lead.kind !== led.kind) return 'kinds'
  if (led.leads > 0) return 'leads'
  if (lead.leads >= MOST_LED) return 'most'
  // What was promised is not put off by it.
  if (lead.dueOn > led.dueOn) return 'later'
  if (led.urgency !== 'ordinary' || led.signatures > 0) return 'alone'
  return LEADABLE.includes(led.stage as Stage) ? null : 'waits'
}

/** The one whose day in the law comes first leads, so that no answer comes late by it. */
export function inOrder(one: Petition, other: Petition): [lead: Petition, led: Petition] {
  const days = one.legalDueOn.toMillis() - other.legalDueOn.toMillis()
  return days < 0 || (days === 0 && one.id < other.id) ? [one, other] : [other, one]
}
