import {
  daysIn,
  HOLIDAY_KINDS,
  LONGEST,
  type DaysOff,
  type Holiday,
  type Officer,
  PORTIONS,
  type Reach,
  reaching,
  reachOf,
  refuseDaysOff,
} from '#organisation'
import { Forecast } from '#intake'
import type { Typed } from '#shared/typed/typed'

const MAX = LONGEST.holidays

/** What the form of a day off says. @throws Refusal */
export function readDaysOff(typed: Typed, reaches: readonly Reach[]): DaysOff {
  const off = typed.read((form) => {
    const firstDay = form.day('firstDay', { required: true })
    return {
      firstDay,
      lastDay: form.day('lastDay') ?? firstDay,
      portion: form.choice('portion', PORTIONS, { required: true }),
      name: form.line('name', { required: true, max: MAX.name }),
      kind: form.choice('kind', HOLIDAY_KINDS, { required: true }),
      basis: form.line('basis', { max: MAX.basis }),
      reach: form.choice('reach', reaches, { required: true }),
    }
  })
  refuseDaysOff(off)
  return off
}

/** What of it moves last days: what somebody saw the forecast of. */
export function signOf({ firstDay, lastDay, portion, reach }: DaysOff) {
  return [firstDay.toISODate(), lastDay.toISODate(), portion, reach].join(' ')
}

/** What saving it would do. */
export function forecastOf(off: DaysOff, officer: Officer, replaces?: number) {
  const { portion, name, kind, reach } = off
  const days = daysIn(off)
  return Forecast.of({ ...reaching(reach, officer), portion, name, kind, days, replaces })
}

/** The form of a day off as it stands. */
export function typedOf(holiday: Holiday) {
  const { day, portion, name, kind, basis } = holiday
  return {
    ...{ firstDay: day.toISODate()!, portion, name, kind, basis },
    reach: reachOf(holiday),
  }
}

export const CHOICES = { portions: PORTIONS, kinds: HOLIDAY_KINDS }
