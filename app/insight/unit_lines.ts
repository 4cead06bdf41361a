import type { Period } from '#shared/dates/period'
import type { Conclusions } from './conclusions.ts'
import type { OpenOfUnit } from './seen.ts'

type List = (query: Record<string, string>) => string

/** A unit, or where several authorities are shown one of them. */
interface Shown {
  id: number
  name: string
  /** by what the register is narrowed to it */
  asked: Record<string, string>
}

/** Those with anything open or concluded this week, closed ones too, the latest first. */
export function unitLines(
  units: readonly Shown[],
  open: OpenOfUnit[],
  now: Map<number, Conclusions>,
  week: Period,
  list: List
) {
  const lines = units.map(({ id, name, asked }) => {
    const { open: all = 0, late = 0 } = open.find(({ unitId }) => unitId === id) ?? {}
    const concluded = now.get(id)
    return {
      name,
      asked,
      open: all,
      late,
      concluded: concluded?.times ?? 0,
      medianDays: concluded?.medianDays ?? null,
      hrefs: {
        open: list({ durum: 'open', ...asked }),
        late: list({ durum: 'late', ...asked }),
        concluded: list({ durum: 'concluded', donem: week.name, ...asked }),
      },
    }
  })
  return lines
    .filter((line) => line.open + line.concluded > 0)
    .sort((a, b) => b.late - a.late || b.open - a.open)
}
