/** Stands where words were struck out. */
export const MARK = '[…]'

const WORD = /[\p{L}\p{M}\p{N}]+/gu
/** What somebody types over a word to cover it. */
const COVER = /^x{2,}$/i

/** What is left of a text, or a word of the copy that does not stand there. */
export type Struck = { words: string } | { added: string }

/**
 * Karartma: what is left of a text where whole words are missing from a copy of it, each gap with a
 * mark. Nothing comes from the copy but which words stay: it adds none, and leaves none in another
 * order.
 *
 * @param copy the text as somebody left it who struck words out
 */
export function strike(text: string, copy: string): Struck {
  const words = [...text.matchAll(WORD)]
  const kept = new Set<number>()
  let next = 0
  for (const [word] of copy.matchAll(WORD)) {
    let at = next
    while (at < words.length && words[at]![0] !== word) at += 1
    if (at < words.length) {
      kept.add(at)
      next = at + 1
    } else if (!COVER.test(word)) return { added: word }
  }
  return { words: kept.size === words.length ? text : withMarks(text, words, kept) }
}

/** Between two words that stay stands what stood there; of what lay between struck ones nothing. */
function withMarks(text: string, words: RegExpExecArray[], kept: ReadonlySet<number>) {
  const parts: string[] = []
  let [end, isGap] = [0, false]
  for (const [at, word] of words.entries()) {
    const before = text.slice(end, word.index)
    end = word.index + word[0].length
    if (kept.has(at)) parts.push(before, word[0])
    else if (!isGap) parts.push(before, MARK)
    isGap = !kept.has(at)
  }
  parts.push(text.slice(end))
  return parts.join('')
}
