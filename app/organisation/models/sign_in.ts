import { DateTime } from 'luxon'
import { SignInSchema } from '#database/schema'
import { blindIndex } from '#shared/keys'

/** What became of it. */
export type SignInOutcome = 'in' | 'wrong' | 'left' | 'slip'

/**
 * Giriş kaydı: somebody tried to sign in. Nothing of what was typed is kept: login and neighbourhood
 * as keyed digests, by which rows of one login or one place are found again.
 */
export class SignIn extends SignInSchema {
  static note(
    typed: { login: string; from: string; way: string },
    result: SignInOutcome,
    officer: { id: number } | null
  ) {
    return this.create({
      officerId: officer?.id ?? null,
      loginDigest: blindIndex('sign-in-login', typed.login),
      fromDigest: blindIndex('sign-in-from', typed.from),
      way: typed.way,
      result,
      triedAt: DateTime.utc(),
    })
  }
}
