import type { Catalogue } from '#organisation'
import type { Period } from '#shared/dates/period'
import { medianDays } from './median_days.ts'
import type { Conclusions, OpenOfUnit } from './seen.ts'

type List = (query: Record<string, string>) => string

/** Units with anything open or concluded this week, the latest first. */
export function unitLines(
  catalogue: Catalogue,
  open: OpenOfUnit[],
  now: Conclusions[],
  week: Period,
  list: List
) {
  const byUnit = Map.groupBy(now, ({ unitId }) => unitId)
  const lines = catalogue.units.map((unit) => {
    const { open: all = 0, late = 0 } = open.find(({ unitId }) => unitId === unit.id) ?? {}
    const concluded = byUnit.get(unit.id) ?? []
    return {
      name: unit.name,
      open: all,
      late,
      concluded: times(concluded),
      medianDays: medianDays(concluded),
      hrefs: {
        open: list({ durum: 'open', birim: unit.code }),
        late: list({ durum: 'late', birim: unit.code }),
        concluded: list({ durum: 'concluded', donem: week.name, birim: unit.code }),
      },
    }
  })
  return lines
    .filter((line) => line.open + line.concluded > 0)
    .sort((a, b) => b.late - a.late || b.open - a.open)
}

export function times(concluded: readonly { times: number }[]) {
  return concluded.reduce((sum, one) => sum + one.times, 0)
}
