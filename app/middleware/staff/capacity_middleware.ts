import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import edge from 'edge.js'
import { CAPACITY } from '#organisation'

/**
 * Each form of somebody who stands in for others says in whose place its page was opened: of two tabs
 * each does what stands on it. Beside the token, which every form has.
 */
export default class CapacityMiddleware {
  handle({ capacity, request, view }: HttpContext, next: NextFn) {
    if (capacity.open.length > 0) {
      const fields = { _csrf: request.csrfToken, [CAPACITY]: capacity.now?.id ?? 0 }
      const hidden = Object.entries(fields)
        .map(([name, value]) => `<input type='hidden' name='${name}' value='${value}'>`)
        .join('')
      view.share({ csrfField: () => edge.globals.html.safe(hidden) })
    }
    return next()
  }
}
