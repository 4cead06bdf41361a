import type { Officer } from '#organisation'
import { Charge } from '../charge.ts'

/** That no answer came stays news to those in charge until one of them takes a step. */
export async function noticed(
  petition: { unreadBy: string; authorityId: number; unitId: number; desk: string },
  officer?: Officer | null
) {
  if (petition.unreadBy !== 'unanswered' || !officer) return {}
  const charge = await Charge.of(petition)
  return charge.isOf(officer) ? { unreadBy: 'nobody' } : {}
}
