import { today } from '#shared/dates/turkish_date'
import { Refusal } from '#shared/typed/problems'
import type { PublicDay } from '../../models/public_day.ts'

/** Why a day is not changed any more, as a rule of `routing.problems.stage`; null: it may be. */
export function against({ day, isCancelled, appointments }: PublicDay) {
  if (isCancelled) return 'dayCancelled'
  if (day < today().toISODate()!) return 'dayPassed'
  return appointments.some(({ state }) => state !== 'expected') ? 'dayBegun' : null
}

/** @throws Refusal where it is not changed any more, or where another one was read than there is now */
export function demandChangeable(day: PublicDay, version: string) {
  const rule = against(day)
  if (rule) throw new Refusal({ field: 'stage', rule })
  if (version !== String(day.version)) throw new DayChanged()
}

/** Somebody else changed it meanwhile. */
export class DayChanged extends Refusal {
  constructor() {
    super({ field: 'version', rule: 'dayChanged' })
  }
}
