import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden } from '#exceptions/forbidden'
import { notFound } from '#shared/not_found'
import { Petition } from '../models/petition.ts'
import type { Action } from '../stages.ts'

/**
 * The petition in the address, where this officer may do this with it. Else there is none; of their own
 * the card says why not, and who does it instead.
 */
export async function petitionFor({ officer, params, request }: HttpContext, action: Action) {
  const petition = await Petition.findFor(officer, params.number)
  if (petition?.isOwnOf(officer)) throw new Forbidden()
  return petition?.mayDo(action, officer) ? petition : notFound({ request })
}
