import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Forbidden } from '#exceptions/forbidden'
import type { Permission } from '#organisation'

/** The page is for officers with this permission; others are told so. */
export default class MayMiddleware {
  async handle({ officer }: HttpContext, next: NextFn, permission: Permission) {
    if (officer.can(permission)) return next()
    throw new Forbidden()
  }
}
