import { folded } from '#shared/folded_text'
import type { Reason } from '#shared/problems'

const LETTERS = /^[a-z0-9._@-]+$/
const LONGEST = 60

/**
 * A login (kullanıcı adı) as somebody typed it, wherever that was: Şube, ŞUBE and sube are one. Either
 * the login as it is kept, or what is wrong with it.
 */
export function readLogin(text: string): { login: string } | { reason: Reason } {
  const login = folded(text.replace(/\p{Cf}/gu, '')).trim()
  const wrong = (rule: string, values = {}) => ({ reason: { field: 'login', rule, values } })
  if (!login) return wrong('required')
  if (login.length > LONGEST) return wrong('maxLength', { max: LONGEST })
  return LETTERS.test(login) ? { login } : wrong('letters')
}
