import type { Clock, Rung } from '#organisation'
import { keyOf, type RungTaken } from '../models/reminder.ts'
import { addressees } from './addressees.ts'
import type { Office } from './office.ts'
import type { OpenByDay } from './open_by_day.ts'

const CLOCKS = ['promise', 'legal'] as const satisfies Clock[]
/** Of whoever works on it: of several that were missed the last one is enough. */
export const AT_WORK: readonly Rung[] = ['soon', 'today']

export function lastDayOf(petition: OpenByDay, clock: Clock) {
  return clock === 'promise' ? petition.dueOn : petition.legalDueOn
}

/** The rungs of each clock that a petition has reached and that were not taken yet, the last one last. */
export function wantedOf(petition: OpenByDay, office: Office, taken: ReadonlyMap<string, unknown>) {
  return CLOCKS.map((clock) => {
    const rungs = standingRungs(petition, clock, office)
    const isTaken = (one: RungTaken) => taken.has(keyOf(petition.id, one))
    // Where the clock was set back the day itself was there already.
    return rungs.filter((one) => !isTaken(one) && !(one.rung === 'soon' && isTaken(onDay(one))))
  }).filter((rungs) => rungs.length > 0)
}

/** Ids of those that ended and stand again: the petition went where it had been, as to a unit twice. */
export function standingAgain(
  petition: OpenByDay,
  office: Office,
  taken: ReadonlyMap<string, number | null>
) {
  const standing = CLOCKS.flatMap((clock) => standingRungs(petition, clock, office))
  return standing.flatMap((one) => taken.get(keyOf(petition.id, one)) ?? [])
}

function onDay(one: RungTaken): RungTaken {
  return { ...one, rung: 'today' }
}

/** The promise stands while its petitioner is asked; where it had passed before, it is late all the same. */
export function waits(petition: OpenByDay, clock: Clock, office: Office) {
  const isAsked = clock === 'promise' && petition.stage === 'awaitingPetitioner'
  return isAsked && office.past(lastDayOf(petition, clock)) <= 0
}

/** The rungs of a clock that stand, whether they were taken or not. */
export function standingRungs(petition: OpenByDay, clock: Clock, office: Office): RungTaken[] {
  if (waits(petition, clock, office)) return []
  const lastDay = lastDayOf(petition, clock)
  const charge = office.charge(petition)
  const all = office.rungs(clock, lastDay)
  const last = all.findLast((rung) => AT_WORK.includes(rung))
  const rungs = all.filter((rung) => !AT_WORK.includes(rung) || rung === last)
  const landed = new Set(rungs.map((rung) => landing(rung, petition, office)))
  return [...landed].map((rung) => {
    const isAbove = rung === 'chief' || rung === 'governor'
    return { clock, lastDay, rung, unitId: isAbove ? office.bureauId : charge.unit.id }
  })
}

/** A reminder stays one, whoever gets it; what climbs stands where somebody sees it. */
function landing(rung: Rung, petition: OpenByDay, office: Office) {
  return AT_WORK.includes(rung) ? rung : addressees(rung, petition, office).rung
}
