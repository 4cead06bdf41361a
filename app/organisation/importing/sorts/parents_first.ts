/**
 * In which order rows are written so that each one's parent stands before it.
 *
 * @param rows the code of each and its parent's, which may be none of them
 */
export function parentsFirst(rows: readonly (readonly [string, string])[]) {
  const places = new Map(rows.map(([code], place) => [code, place]))
  const done = new Set<number>()
  const visit = (place: number) => {
    // Up to the first whose parent is written, then down again: a chain may be as long as the file.
    const way: number[] = []
    for (
      let at: number | undefined = place;
      at !== undefined && !done.has(at) && !way.includes(at);
    ) {
      way.push(at)
      at = places.get(rows[at]![1])
    }
    for (const one of way.reverse()) done.add(one)
  }
  rows.forEach((_, place) => visit(place))
  return [...done]
}
