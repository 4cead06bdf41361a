import encryption from '@adonisjs/core/services/encryption'

/** Whose answer: a petition's, by the position of the step that gave it, what somebody who joined reads, or what was decided of a petition's objection. */
type LetterOf = { petition: number; position: number } | { join: number } | { objected: number }

const OPTIONS = { purpose: 'answer-letter', expiresIn: '15m' }

/** Where an answer's letter is, for whoever has just opened it by number and code; it holds neither. */
export function sealLetter(of: LetterOf) {
  return encryption.encrypt(of, OPTIONS)
}

/** Null where the address is too old, or none of ours. */
export function letterAt(address: string) {
  return encryption.decrypt<LetterOf>(address, OPTIONS.purpose)
}
