import type { HttpContext } from '@adonisjs/core/http'

/** The pages of an installation that has no authority yet: they are of nobody. */
export function isSetup({ route }: HttpContext) {
  return /(^|\.)setups\./.test(route?.name ?? '')
}
