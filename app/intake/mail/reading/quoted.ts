const QUOTED = /^\s*>/
/** What programs write above what they quote: "29 Kasım 2026 … yazdı:", "On … wrote:". */
const ABOVE = /(yazdı|wrote|tarihinde şunları yazdı):\s*$/i

/** What somebody wrote themselves, without the mail that they answer to and that stands below it. */
export function withoutQuoted(text: string) {
  const lines = text.split('\n')
  let end = lines.length
  const isBlank = (line: string) => line.trim() === ''
  while (end > 0 && (QUOTED.test(lines[end - 1]!) || isBlank(lines[end - 1]!))) end -= 1
  const hasQuoted = lines.slice(end).some((line) => QUOTED.test(line))
  if (!hasQuoted) return text
  // Two lines at most: a long one is broken.
  for (const back of [1, 2]) {
    if (ABOVE.test(lines.slice(Math.max(0, end - back), end).join(' '))) {
      end -= back
      break
    }
  }
  return lines.slice(0, Math.max(0, end)).join('\n').trim() || text
}
