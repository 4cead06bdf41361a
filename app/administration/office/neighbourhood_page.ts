import type { HttpContext } from '@adonisjs/core/http'
import { ChangesList, NEIGHBOURHOOD_KINDS, NeighbourhoodsList, Overtaken } from '#organisation'
import { notFound } from '#shared/not_found'
import type { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'

export const NEIGHBOURHOOD_PAGE = 'administration/neighbourhoods/edit'

/** The one in the address; another authority's is answered as one that is not. */
export async function neighbourhoodAt(ctx: HttpContext) {
  return (await NeighbourhoodsList.find(ctx.officer.authorityId, ctx.params.id)) ?? notFound(ctx)
}

export async function neighbourhoodPage(ctx: HttpContext, typed?: Typed, refusal?: Refusal) {
  const row = await neighbourhoodAt(ctx)
  const { name, kind, version } = row
  const { rows } = await ChangesList.of('neighbourhood', row.id)
  return {
    row,
    rows,
    kinds: NEIGHBOURHOOD_KINDS,
    seen: refusal instanceof Overtaken || !typed ? version : typed.text('version'),
    typed: { name, kind, ...typed?.words },
  }
}
