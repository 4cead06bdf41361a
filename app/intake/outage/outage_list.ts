import type { Officer } from '#organisation'
import { entered } from '../lists/reading/seek.ts'
import { OutageForm } from '../models/outage_form.ts'
import { numbersOf } from './numbers.ts'

const PAGE = 30

/** Which of an authority's forms: those that wait to be mended, or all that is settled; or of one slip. */
export interface Asked {
  isOpen: boolean
  reference?: string | null
  /** where the page before ended */
  after: string
}

/** Kesinti formları: what came back, and what was sent, the newest first. */
export async function outageList(officer: Officer, { isOpen, reference, after }: Asked) {
  const place = /^\d{1,9}$/.test(after) ? Number(after) : null
  const query = OutageForm.query()
    .preload('writer')
    .preload('sender')
    .limit(PAGE + 1)
  const whose = ['authority_id', officer.authorityId] as const
  const which = reference ? (['reference', reference] as const) : (['is_open', +isOpen] as const)
  const first = entered(query, [whose, which], place !== null && !reference)
  if (first) void query.orderBy(first, 'desc')
  // Of one slip there is hardly more than one; in order they were looked for from the newest on.
  if (!reference) void query.orderBy('id', 'desc')
  if (place !== null) void query.where('id', '<', place)
  const forms = await query
  const rows = forms.slice(0, PAGE)
  const numbers = await numbersOf(officer, rows)
  return {
    rows: rows.map((form) => ({ form, number: numbers.get(form.petitionId ?? 0) })),
    next: forms.length > PAGE ? String(rows.at(-1)!.id) : null,
  }
}
