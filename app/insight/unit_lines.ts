import type { Catalogue } from '#organisation'
import type { Period } from '#shared/dates/period'
import type { Conclusions } from './conclusions.ts'
import type { OpenOfUnit } from './seen.ts'

type List = (query: Record<string, string>) => string

/** Units with anything open or concluded this week, closed ones too, the latest first. */
export function unitLines(
  catalogue: Catalogue,
  open: OpenOfUnit[],
  now: Map<number, Conclusions>,
  week: Period,
  list: List
) {
  const lines = catalogue.everyUnit.map((unit) => {
    const { open: all = 0, late = 0 } = open.find(({ unitId }) => unitId === unit.id) ?? {}
    const concluded = now.get(unit.id)
    return {
      name: unit.name,
      open: all,
      late,
      concluded: concluded?.times ?? 0,
      medianDays: concluded?.medianDays ?? null,
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
