import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden } from '#exceptions/forbidden'
import { Access, Petition } from '#intake'
import { notFound } from '#shared/not_found'
import { Forwarding } from '../models/forwarding.ts'

/**
 * The forwarding of the petition in the address, for whoever may forward it: a desk follows what it sent
 * out. Leaves a row that this officer looked.
 */
export async function followed(ctx: HttpContext) {
  const { officer, params } = ctx
  const petition = await Petition.findFor(officer, params.number)
  const isEnded = petition && !petition.isOpen
  const forwarding = isEnded && (await Forwarding.findBy('petitionId', petition.id))
  if (!petition || !forwarding) return notFound(ctx)
  if (!petition.mayDo('forward', officer)) throw new Forbidden()
  await Access.record(officer, { petition })
  return { petition, forwarding }
}
