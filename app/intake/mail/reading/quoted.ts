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
  const above = lines[end - 1] ?? ''
  // It names a day; without one it is the end of a line that was broken.
  if (ABOVE.test(above)) end -= /\d/.test(above) ? 1 : 2
  return lines.slice(0, Math.max(0, end)).join('\n').trim() || text
}
