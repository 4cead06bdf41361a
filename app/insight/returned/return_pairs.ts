import type { Catalogue } from '#organisation'
import { moment } from '#shared/dates/stored'
import { dayOf, daysBetween } from '#shared/dates/turkish_date'
import { medianDays } from '../median_days.ts'
import type { Returned } from './latest_returns.ts'

/** From whom to whom petitions were passed on by giving them back, the most frequent first. */
export function returnPairs(returns: readonly Returned[], catalogue: Catalogue) {
  const nameOf = (id: number) => (catalogue.has(id) ? catalogue.unit(id).name : null)
  const pairs = Map.groupBy(returns, ({ from_unit: from, to_unit: to }) => `${from} ${to ?? ''}`)
  return [...pairs.values()]
    .map((all) => ({
      from: nameOf(all[0]!.from_unit),
      to: all[0]!.to_unit && nameOf(all[0]!.to_unit),
      count: all.length,
      days: medianDays(timesOf(all.map(daysHeld))),
      numbers: [...new Set(all.map(({ number }) => number))],
    }))
    .toSorted((one, other) => other.count - one.count)
}

function timesOf(days: number[]) {
  const same = Map.groupBy(days, (one) => one)
  return new Map([...same].map(([one, all]) => [one, all.length]))
}

/** How long the unit had it before it gave it back. */
function daysHeld({ made_at: from, given_back_at: until }: Returned) {
  return daysBetween(dayOf(moment(from)), dayOf(moment(until)))
}
