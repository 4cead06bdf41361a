import type { HttpContext } from '@adonisjs/core/http'
import { Catalogue } from '../catalogue.ts'

/** From here on the page is this authority's: its head, words and notice. */
export function headed(ctx: HttpContext, catalogue: Catalogue) {
  ctx.catalogue = catalogue
  ctx.view.share({ authority: catalogue.authority, catalogue, installation: null })
}

/**
 * A citizen's page about something of this authority's, asked for at whatever address: with links that
 * stay with the authority. Its code names it at every name of the installation.
 */
export async function headedByIts(ctx: HttpContext, authorityId: number) {
  if (ctx.site.authority?.id === authorityId) return
  const catalogue = await Catalogue.of(authorityId)
  const { authority } = catalogue
  ctx.site = { ...ctx.site, authority, code: authority.code }
  headed(ctx, catalogue)
}
