import type { HttpContext } from '@adonisjs/core/http'
import { colleaguesOf, Officer } from '#organisation'

/** The likeliest to stand in, where it is known already who is away. */
export async function besides({ officer }: HttpContext, login: string) {
  if (!/^[a-z0-9._@-]{1,60}$/.test(login)) return []
  const own = { login, authority_id: officer.authorityId }
  const absent = await Officer.query().where(own).first()
  return absent ? colleaguesOf(absent) : []
}
