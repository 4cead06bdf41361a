import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden } from '#exceptions/forbidden'
import { Petition, type Action } from '#intake'
import { notFound } from '#shared/not_found'

/** The petition in the address, for whoever may do one of these with it, wherever it stands now. */
export async function petitionTo(ctx: HttpContext, does: readonly Action[]) {
  const { officer, params } = ctx
  const petition = (await Petition.findFor(officer, params.number)) ?? notFound(ctx)
  if (!does.some((one) => petition.mayDo(one, officer))) throw new Forbidden()
  return petition
}
