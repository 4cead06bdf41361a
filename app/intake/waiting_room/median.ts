/** Half of them are not more; null of none. */
export function median(values: readonly number[]) {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted.length === 0 ? null : sorted[Math.floor((sorted.length - 1) / 2)]!
}
