import type { HttpContext } from '@adonisjs/core/http'
import { officerKeptBy } from '#organisation'
import { notFound } from '#shared/not_found'

/** The officer whom an address names, of those whom this officer keeps; somebody else's is nobody. */
export async function officerAt(ctx: HttpContext) {
  return (await officerKeptBy(ctx.officer, String(ctx.params.id))) ?? notFound(ctx)
}
