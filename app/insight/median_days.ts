/**
 * The median on the managers' page (ortanca): the middle of the days that conclusions took, with half
 * days where two share the middle; null when nothing was concluded.
 *
 * @param times how many took so many days
 */
export function medianDays(times: Map<number, number>) {
  const sorted = [...times].sort(([a], [b]) => a - b)
  const all = sorted.reduce((sum, [, those]) => sum + those, 0)
  if (all === 0) return null
  return (daysOf(sorted, Math.ceil(all / 2)) + daysOf(sorted, Math.floor(all / 2) + 1)) / 2
}

/** How long the `nth` of them took, beginning with 1. */
function daysOf(sorted: readonly (readonly [number, number])[], nth: number) {
  let before = 0
  return sorted.find(([, times]) => (before += times) >= nth)![0]
}
