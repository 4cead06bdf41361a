/** Of shorter words every one is a slip away from every other. */
const SHORTEST = 4

/**
 * Under which keys a term stands in the dictionary: itself, and itself without one of its letters. Of
 * two words of which one is the other with a slip of the pen, some key is the same.
 */
export function spellingsOf(term: string): string[] {
  if (term.length < SHORTEST || /\d/.test(term)) return []
  const shorter = [...term].map((_, at) => term.slice(0, at) + term.slice(at + 1))
  return [...new Set([term, ...shorter])]
}

/** Whether one becomes the other by a letter more, less, other, or by two that changed places. */
export function isSlip(one: string, other: string) {
  let from = 0
  while (from < one.length && one[from] === other[from]) from += 1
  const [left, right] = [one.slice(from), other.slice(from)]
  // What is cut at so many letters may have lost one that was pushed out behind, and no more.
  const same = (a: string, b: string) =>
    Math.abs(a.length - b.length) <= 1 && (a.startsWith(b) || b.startsWith(a))
  if (left === '' || right === '') return Math.max(left.length, right.length) <= 1
  const isSwapped = left[0] === right[1] && left[1] === right[0]
  return (
    same(left.slice(1), right) ||
    same(left, right.slice(1)) ||
    left.slice(1) === right.slice(1) ||
    (isSwapped && left.slice(2) === right.slice(2))
  )
}
