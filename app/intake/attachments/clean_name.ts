import { typedText, oneLine } from '#shared/typed/typed_text'

/** Characters, without what says the kind. */
const LONGEST = 80

/**
 * What a file is called on a page and where it is kept at home: without folders, without marks that
 * turn the direction (ad\u202egpj.exe), without what a file system reads. Its ending is its kind's.
 *
 * @param usual where nothing is left of it
 */
export function cleanName(sent: string, usual: string) {
  const last = typedText(sent).split(/[/\\]/).at(-1)!
  const plain = oneLine(last.replace(/["<>|:*?%;=\p{C}]/gu, ' '))
  const base = plain.replace(/\.[^. ]{1,5}$/, '').replace(/^[. ]+|[. ]+$/g, '')
  return [...base].slice(0, LONGEST).join('').trim() || usual
}
