import { folded } from '#shared/folded_text'
import { LONGEST } from '../longest.ts'

const LETTERS = /^[a-z0-9._@-]+$/

/** A login (kullanıcı adı), as it is kept: Şube, ŞUBE and sube are one, wherever it was typed. */
export const Login = {
  /** Null when nobody can have it. */
  parse(text: string) {
    const login = asKept(text)
    return mistypedIn(login) ? null : login
  },

  /** Why nobody can have it. */
  mistyped(text: string) {
    return mistypedIn(asKept(text))
  },
}

function asKept(text: string) {
  return folded(text.replace(/\p{Cf}/gu, '')).trim()
}

function mistypedIn(login: string) {
  const max = LONGEST.officers.login
  if (login.length > max) return { rule: 'maxLength', values: { max } }
  return LETTERS.test(login) ? null : { rule: 'letters' }
}
