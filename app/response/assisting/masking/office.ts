import { folded } from '#shared/folded_text'
import { isOffice } from '../../examples/mask.ts'

/** İlhan and İlkay begin as il does, which is a province. */
const BEGINS_AS_IL = /^il(?!(?:ce|i|in|imiz|imizin|de|den|deki)?$|ce)/

/** Whether a word with a capital letter is an office's for sure, and no name. */
export function isSurelyOffice(word: string) {
  return isOffice(word) && !BEGINS_AS_IL.test(folded(word))
}
