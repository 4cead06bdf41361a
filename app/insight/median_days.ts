/** The middle of all days; null when nothing was concluded. Half days where two share the middle. */
export function medianDays(concluded: readonly { days: number }[]) {
  const days = concluded.map((one) => one.days).sort((a, b) => a - b)
  const middle = days.length / 2
  if (days.length === 0) return null
  return days.length % 2 ? days[Math.floor(middle)]! : (days[middle - 1]! + days[middle]!) / 2
}
