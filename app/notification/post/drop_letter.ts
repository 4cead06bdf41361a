import type { Officer } from '#organisation'
import { transaction } from '#shared/database/transaction'
import type { PostedLetter } from '../models/posted_letter.ts'

/**
 * Nobody waits for it on paper any more.
 *
 * @throws Refusal when it has left meanwhile
 */
export function dropLetter(letter: PostedLetter, officer: Officer) {
  return transaction((trx) => letter.go('waiting', { state: 'dropped' }, officer, trx))
}
