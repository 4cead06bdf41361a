import { errors } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'

/** What does not exist, or not for whoever asks: the same answer as for an address that there is not. */
export function notFound({ request }: Pick<HttpContext, 'request'>): never {
  throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
}
