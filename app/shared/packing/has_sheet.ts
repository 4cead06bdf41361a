import type { HttpContext } from '@adonisjs/core/http'

/** Whether somebody comes from another page of this house, which has brought the style sheet. */
export function hasSheet({ request }: HttpContext) {
  return request.header('referer')?.split('/', 3)[2] === request.host()
}
