import { folded } from '#shared/folded_text'

/** After these a full stop ends no sentence, whatever follows. */
const NEVER = new Set(
  `md no tel cad sok sk mah blv bul apt bkz dr av sn prof doc yrd ogr uzm muh mud bsk say sy
   ltd sti as tc kom kur fak st hz orn kat bent fik vd alb`.split(/\s+/)
)
/** After these it does where a capital letter follows. */
const PERHAPS = new Set('vb vs m km kg cm mm dk sa bn'.split(' '))
const END = /[.!?…]{1,6}(?=["”’»)]{0,3}(?:\s|$))|\n+/g

/** The sentences of a text; a line is one as well. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let from = 0
  for (const { 0: mark, index } of text.matchAll(END)) {
    if (mark === '.' && !ends(text.slice(from, index), text.slice(index + 1, index + 4))) continue
    sentences.push(text.slice(from, index + mark.length))
    from = index + mark.length
  }
  sentences.push(text.slice(from))
  return sentences.map((one) => one.trim()).filter((one) => /[\p{L}\p{N}]/u.test(one))
}

function ends(before: string, after: string) {
  const last = before
    .slice(-40)
    .split(/[^\p{L}\p{N}./]/u)
    .at(-1)!
  const startsAnew = after.trim() === '' || /^[\s"“(]*\p{Lu}/u.test(after)
  const word = folded(last.split(/[./]/).at(-1)!)
  if (/^\d+$/.test(word)) {
    return startsAnew && (word.length > 2 || /[./]/.test(last) || !after.trim())
  }
  // T.C., A. Deneme
  if (word.length <= 1) return !after.trim()
  if (NEVER.has(word)) return !after.trim()
  return PERHAPS.has(word) ? startsAnew : true
}
