import type { DateTime } from 'luxon'
import { Catalogue, reachedBy } from '#organisation'
import { CalendarMove } from '../models/calendar_move.ts'
import { LastDay, type LastDays } from '../models/last_day.ts'
import type { PetitionRecord } from '../models/petition_record.ts'
import { Step } from '../models/step.ts'
import { movedDays, rulesOf } from './moved_days.ts'

/**
 * Which last days go on when a withdrawal is undone: days off that were entered meanwhile moved those
 * of open petitions alone. What was entered a moment ago, and is not known here yet, is found by the
 * job that goes through open petitions once more.
 */
export async function movedWhileWithdrawn(petition: PetitionRecord): Promise<LastDays> {
  if (petition.stage !== 'withdrawn') return {}
  const withdrawn = await Step.lastOf(petition, 'withdrawn')
  return movedSince(petition, withdrawn.takenAt)
}

/** The same of whatever was not open since then. */
export async function movedSince(petition: PetitionRecord, moment: DateTime): Promise<LastDays> {
  const moves = await CalendarMove.since(moment)
  const reach = await Promise.all(moves.map(reachedBy))
  const days = moves
    .filter((_, at) => reach[at]!.includes(petition.authorityId))
    .flatMap((move) => move.days)
  if (days.length === 0) return {}
  const { calendar } = await Catalogue.of(petition.authorityId)
  const dated = { receivedAt: petition.receivedAt, days: await LastDay.of(petition) }
  return movedDays(dated, await rulesOf([dated]), days, calendar)
}
