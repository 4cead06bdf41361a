import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Permission } from '#organisation'

/** The page is for officers with this permission; others are told so. */
export default class MayMiddleware {
  async handle({ officer, response, view }: HttpContext, next: NextFn, permission: Permission) {
    if (officer.can(permission)) return next()
    return response.forbidden(await view.render('errors/forbidden'))
  }
}
