import { ANSWERING_STAGES, ownHand, UNIT_STAGES, type ListFilter } from '#intake'
import type { Officer } from '#organisation'
import { today } from '#shared/dates/turkish_date'

/** The inbox's lists by their names, the usual one first. */
export function inboxFilters({ atUnit: unitId }: Officer) {
  return {
    open: { stages: UNIT_STAGES, unitId },
    late: { stages: ANSWERING_STAGES, unitId, dueBefore: today() },
    today: { stages: ANSWERING_STAGES, unitId, dueOn: today() },
    approval: { stages: ['awaitingApproval'], unitId },
  } satisfies Record<string, ListFilter>
}

export const INBOX_LISTS = ['open', 'late', 'today', 'approval'] as const
export type InboxList = (typeof INBOX_LISTS)[number]

/** In whose hands, as an address says it (`kim`): one's own, nobody's, a colleague's id; null: the unit's. */
export type Whose = 'ben' | 'kimse' | `${number}` | null

export function whoseIn(word: string): Whose {
  if (word === 'ben' || word === 'kimse') return word
  return /^[1-9]\d{0,8}$/.test(word) ? (word as `${number}`) : null
}

/** What a list is narrowed to. */
export function narrowedTo(whose: Whose, officer: Officer): Partial<ListFilter> {
  if (whose === null) return {}
  if (whose === 'kimse') return { isFree: true }
  return whose === 'ben' ? { inHandsOf: ownHand(officer) } : { assigneeId: Number(whose) }
}
