import type { HttpContext } from '@adonisjs/core/http'

const ROUTES = ['delivery_receipts.store']

/**
 * An address that only machines call, and that a stranger must not be able to tell from one that does
 * not exist: nothing of what is done for a page is done for it.
 */
export function isForMachines({ route }: HttpContext) {
  return ROUTES.includes(route?.name ?? '')
}
