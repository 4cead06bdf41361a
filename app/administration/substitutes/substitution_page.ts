import type { HttpContext } from '@adonisjs/core/http'
import { ChangesList, SubstitutionsList } from '#organisation'
import { notFound } from '#shared/not_found'

export const SUBSTITUTION_PAGE = 'administration/substitutions/show'

/** The one in the address; another authority's is answered as one that is not. */
export async function substitutionAt(ctx: HttpContext) {
  const { authorityId } = ctx.officer
  return (await SubstitutionsList.find(authorityId, ctx.params.id)) ?? notFound(ctx)
}

export async function substitutionPage(ctx: HttpContext) {
  const row = await substitutionAt(ctx)
  const { rows } = await ChangesList.of('substitution', row.id)
  return { row, rows }
}
