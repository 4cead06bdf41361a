/** What people put between digits: spaces, dashes, brackets, dots, slashes and what nobody sees. */
const SEPARATORS = /[\s\p{Pd}\p{Cf}\p{Mn}()[\]./\\,;:_'’·•−*#|]/gu
/** Where the digits of Arabic and Persian begin; NFKC knows those of full width already. */
const ZEROS = [0x0660, 0x06f0]
const EASTERN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g
/** No number that anybody is asked for has so many characters, however it is written. */
const LONGEST = 200

/**
 * A number or code as its reader compares it: without what stands between its digits, and with the
 * digits of every keyboard as 0 to 9. '' when it is too long to be one.
 */
export function withoutSeparators(text: string) {
  if (text.length > LONGEST) return ''
  return text.normalize('NFKC').replace(SEPARATORS, '').replace(EASTERN_DIGIT, digit)
}

function digit(letter: string) {
  const code = letter.charCodeAt(0)
  return String(code - ZEROS.findLast((zero) => zero <= code)!)
}
