const PAGE = 30
/** So many pages are looked through for some rows that their reader may see. */
const MOST_PAGES = 4

/**
 * A page of what lies along an index in the order of its ids, as far as its reader may see it: where a page
 * holds nothing of that, the next ones are looked through, a few at most.
 *
 * @param after id behind which it begins, as an address says it
 * @param found so many rows behind an id, in their order
 * @param rowsOf of these, what is shown
 * @returns `next`: the id behind which the next page begins; `isShort`: there may be more that is shown
 */
export async function seenPage<Found extends { id: number }, Row>(
  after: string,
  found: (place: number, limit: number) => PromiseLike<Found[]>,
  rowsOf: (some: Found[]) => Promise<Row[]>
) {
  let place = /^\d{1,9}$/.test(after) ? Number(after) : 0
  for (let page = 1; ; page++) {
    const all = await found(place, PAGE + 1)
    const some = all.slice(0, PAGE)
    const isEnd = all.length <= PAGE
    const rows = await rowsOf(some)
    place = some.at(-1)?.id ?? place
    if (rows.length > 0 || isEnd || page === MOST_PAGES) {
      const isShort = rows.length < some.length && !isEnd
      return { rows, next: isEnd ? null : String(place), isShort }
    }
  }
}
