/** A run of words that stands in both texts, only in the later one, or only in the earlier one. */
export interface Piece {
  kind: 'same' | 'added' | 'gone'
  words: string
}

/** Cells of the table: two texts of some 2,000 words each, a few hundredths of a second. */
const MOST_CELLS = 4_000_000

/**
 * What became of a text, word by word: the longest run of words that both have in the same order stays
 * (Wagner and Fischer, 1974). Where both are too long for that, the middle part, in which they differ,
 * counts as a whole; the cost is bounded whatever is compared.
 */
export function wordDiff(before: string, after: string): Piece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const head = alike(old, now, (at) => at)
  const rest = Math.min(old.length, now.length) - head
  const tail = Math.min(
    rest,
    alike(old, now, (at, words) => words.length - 1 - at)
  )
  const pieces = [
    piece('same', old.slice(0, head)),
    ...middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    piece('same', old.slice(old.length - tail)),
  ]
  return joined(pieces)
}

/** Words, each with the space behind it. */
function wordsOf(text: string) {
  return text.match(/\S+\s*|\s+/g) ?? []
}

/** How many of the first stand in both, counted as `place` says. */
function alike(
  old: readonly string[],
  now: readonly string[],
  place: (at: number, words: readonly string[]) => number
) {
  let count = 0
  const most = Math.min(old.length, now.length)
  while (count < most && old[place(count, old)] === now[place(count, now)]) count += 1
  return count
}

function middle(old: string[], now: string[]): Piece[] {
  if ((old.length + 1) * (now.length + 1) > MOST_CELLS) {
    return [piece('gone', old), piece('added', now)]
  }
  const longest = tableOf(old, now)
  const width = now.length + 1
  const pieces: Piece[] = []
  let [at, to] = [0, 0]
  while (at < old.length || to < now.length) {
    const isBoth = at < old.length && to < now.length && old[at] === now[to]
    if (isBoth) {
      pieces.push(piece('same', [old[at++]!]))
      to += 1
    } else if (
      to === now.length ||
      (at < old.length && longest[(at + 1) * width + to]! >= longest[at * width + to + 1]!)
    ) {
      pieces.push(piece('gone', [old[at++]!]))
    } else {
      pieces.push(piece('added', [now[to++]!]))
    }
  }
  return pieces
}

/** For each pair of places how many words of what follows there both have in common. */
function tableOf(old: readonly string[], now: readonly string[]) {
  const width = now.length + 1
  const longest = new Uint16Array((old.length + 1) * width)
  for (let at = old.length - 1; at >= 0; at--) {
    for (let to = now.length - 1; to >= 0; to--) {
      const [down, right] = [longest[(at + 1) * width + to]!, longest[at * width + to + 1]!]
      const both = longest[(at + 1) * width + to + 1]! + 1
      longest[at * width + to] = old[at] === now[to] ? both : Math.max(down, right)
    }
  }
  return longest
}

function piece(kind: Piece['kind'], words: readonly string[]): Piece {
  return { kind, words: words.join('') }
}

/** Runs of one kind as one; what goes stands before what comes. */
function joined(pieces: readonly Piece[]) {
  const runs: Piece[] = []
  for (const { kind, words } of pieces) {
    if (!words) continue
    const last = runs.at(-1)
    if (last?.kind === kind) last.words += words
    else runs.push({ kind, words })
  }
  return runs
}
