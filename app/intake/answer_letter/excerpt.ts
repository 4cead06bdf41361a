/** Letters of what was asked, as a letter repeats it. */
const LONGEST = 600

/** The beginning of a petition's words, for a letter: whole words, with a mark where it goes on. */
export function excerptOf(text: string) {
  const words = text.replace(/\s+/g, ' ').trim()
  if (words.length <= LONGEST) return words
  const cut = Array.from(words).slice(0, LONGEST).join('')
  const end = cut.lastIndexOf(' ')
  return `${end > 0 ? cut.slice(0, end) : cut}…`
}
