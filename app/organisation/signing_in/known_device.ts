import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import { blindIndex } from '#shared/keys'

const COOKIE = 'acik_kapi_cihaz'
const OPTIONS = { path: '/giris', maxAge: '180d', httpOnly: true, sameSite: 'lax' } as const
/** Of one machine: a desk that is shared. */
const MOST = 12

/**
 * A browser from which somebody has signed in before, by a sealed cookie that lasts half a year. It
 * opens nothing: wrong passwords from there are counted apart, so that strangers who guess at a login
 * keep nobody from work.
 */
export class KnownDevice {
  static of({ request }: HttpContext) {
    const kept: unknown = request.encryptedCookie(COOKIE)
    const { id, logins } = (kept ?? {}) as { id?: unknown; logins?: unknown }
    const isOurs = typeof id === 'string' && Array.isArray(logins)
    return isOurs ? new KnownDevice(id, logins.map(String)) : new KnownDevice(randomUUID(), [])
  }

  private constructor(
    readonly id: string,
    private readonly logins: string[]
  ) {}

  knows(login: string) {
    return this.logins.includes(digest(login))
  }

  /** The one who signed in last stands first. */
  remember(login: string, { response }: HttpContext) {
    const logins = [...new Set([digest(login), ...this.logins])].slice(0, MOST)
    const value = { id: this.id, logins }
    response.encryptedCookie(COOKIE, value, { ...OPTIONS, secure: app.inProduction })
  }
}

function digest(login: string) {
  return blindIndex('known-device', login).slice(0, 16)
}
