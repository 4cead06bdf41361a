import type { HttpContext } from '@adonisjs/core/http'
import { notFound } from '#shared/not_found'

/** Pages of a room are there only where the authority gives numbers. */
export function roomOpen({ request, catalogue }: HttpContext) {
  if (!catalogue.authority.callsNumbers) notFound({ request })
}
