/**
 * The median on the managers' page (ortanca): the middle of the days that conclusions took, with half
 * days where two share the middle; null when nothing was concluded.
 */
export function medianDays(concluded: readonly { days: number; times: number }[]) {
  const all = concluded.reduce((sum, { times }) => sum + times, 0)
  if (all === 0) return null
  const sorted = concluded.toSorted((a, b) => a.days - b.days)
  return (daysOf(sorted, Math.ceil(all / 2)) + daysOf(sorted, Math.floor(all / 2) + 1)) / 2
}

/** How long the `nth` of them took, beginning with 1. */
function daysOf(sorted: readonly { days: number; times: number }[], nth: number) {
  let before = 0
  return sorted.find(({ times }) => (before += times) >= nth)!.days
}
