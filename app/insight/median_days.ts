/**
 * The median on the managers' page (ortanca): the middle of the days that conclusions took, with half
 * days where two share the middle; null when nothing was concluded.
 */
export function medianDays(concluded: readonly { days: number }[]) {
  const days = concluded.map((one) => one.days).sort((a, b) => a - b)
  const middle = days.length / 2
  if (days.length === 0) return null
  return days.length % 2 ? days[Math.floor(middle)]! : (days[middle - 1]! + days[middle]!) / 2
}
