import type { HttpContext } from '@adonisjs/core/http'
import { officerOf } from '#organisation'
import { notFound } from '#shared/not_found'

/** The officer whom an address names, of one's own authority; somebody else's is nobody. */
export async function officerAt(ctx: HttpContext) {
  const found = await officerOf(ctx.catalogue.authority, String(ctx.params.id))
  return found ?? notFound(ctx)
}
