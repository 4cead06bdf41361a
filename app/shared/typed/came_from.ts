import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from './typed.ts'

/** As an inbox writes it (response/inbox/trail.ts): its list, whose, and where somebody stood. */
const SHAPE = /^[a-z]{1,30}(\.[a-z0-9]{0,20}(\.[\d-]{0,10})?)?$/i

/**
 * Geldiği liste: from which list the card was opened to which this page belongs, by its address or form
 * (`open.ben`); it is handed on as it came, so that whoever goes back is in that list again.
 */
export function cameFrom({ request }: Pick<HttpContext, 'request'>) {
  const words = Typed.from({ request }).text('liste')
  return SHAPE.test(words) ? words : undefined
}
