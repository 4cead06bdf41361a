/** Shorter words stand close to too many others. */
const SHORTEST = 4
const LONG = 7

/**
 * Whether one word is the other with a slip or two of the hand: a letter too many, too few, another one,
 * or two in the wrong order. Words of three letters must be the same.
 */
export function isNear(one: string, other: string) {
  if (one === other) return true
  const shorter = Math.min(one.length, other.length)
  if (shorter < SHORTEST) return false
  const most = shorter < LONG ? 1 : 2
  return Math.abs(one.length - other.length) <= most && slips(one, other) <= most
}

/** By Damerau and Levenshtein; words are cut at `LONGEST` beforehand, so that it stays small. */
function slips(one: string, other: string) {
  let [before, last]: number[][] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let at = 1; at <= one.length; at++) {
    const row = [at]
    for (let to = 1; to <= other.length; to++) {
      const isSame = one[at - 1] === other[to - 1]
      const turned =
        at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]
      const least = Math.min(last![to]! + 1, row[to - 1]! + 1, last![to - 1]! + (isSame ? 0 : 1))
      row.push(turned ? Math.min(least, before![to - 2]! + 1) : least)
    }
    ;[before, last] = [last!, row]
  }
  return last!.at(-1)!
}
