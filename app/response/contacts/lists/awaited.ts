import type { Officer } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { ContactPlan } from '../../models/contact_plan.ts'
import { linesOf } from './planned_list.ts'

/** In one day nobody expects more, and nobody looks for more telephones. */
const MOST = 100

/**
 * What the desk must know of units' talks: who is expected today and where, and whose telephone somebody
 * looks for. Each along its index.
 */
export async function awaitedAtDesk(officer: Officer) {
  const ofHouse = (way: string) =>
    ContactPlan.query()
      .where({ authority_id: officer.authorityId, state: 'open', way })
      .orderBy('day')
      .orderBy('id')
      .limit(MOST)
  const meetings = await ofHouse('meeting').where('day', today().toISODate()!)
  const lines = await linesOf(officer, meetings)
  return {
    meetings: lines.toSorted((one, other) => (one.at ?? '').localeCompare(other.at ?? '')),
    telephones: await linesOf(officer, await ofHouse('telephone')),
  }
}
