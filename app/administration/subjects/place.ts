import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'

/** Back to the list, at the row that was moved: by keyboard its next button is the next stop. */
export function goToPlace(
  { response, i18n }: HttpContext,
  route: string,
  place: string,
  id?: number
) {
  const list = addressOf(route, i18n.locale, id ? { id } : {})
  return response.redirect().status(303).toPath(`${list}#${place}`)
}
