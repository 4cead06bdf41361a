/** What a spreadsheet takes for a formula, with or without apostrophes before it. */
const FORMULA = /^'*[=+\-@\t\r]/
const GUARDED = /^'+[=+\-@\t\r]/
/** A telephone, a number: begins with a sign and is no formula. */
const NUMBER = /^[+-][\d\s().,/-]+$/

/** A text as a file says it, which a spreadsheet must not reckon: an apostrophe before it. */
export function guarded(text: string) {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The same text again; what has no such apostrophe is as it stands. */
export function unguarded(text: string) {
  return GUARDED.test(text) ? text.slice(1) : text
}

/** Whether a spreadsheet would reckon what stands in this cell. */
export function isFormula(cell: string) {
  return /^[=+\-@\t\r]/.test(cell) && !NUMBER.test(cell)
}
