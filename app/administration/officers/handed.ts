import type { HttpContext } from '@adonisjs/core/http'
import type { HandedOver, Officer } from '#organisation'
import { sealSlip } from './slip_address.ts'

/** To the slip that is to be printed, or to the officer's page where a link was posted. */
export function handedTo(
  { officer: by, response, session }: HttpContext,
  to: Officer,
  handed: HandedOver
) {
  const { id } = to
  if (handed.way === 'slip') {
    const slip = sealSlip(to, by, handed)
    return response.redirect().status(303).toRoute('officer_slips.show', { id, slip })
  }
  session.flash('done', { key: 'administration.flash.linkPosted', params: {} })
  return response.redirect().status(303).toRoute('officers.show', { id })
}
