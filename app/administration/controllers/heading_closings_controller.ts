import type { HttpContext } from '@adonisjs/core/http'
import { closeHeading, reopenHeading } from '#organisation'
import { seenIn } from '../kept_row.ts'
import { atHeading } from '../subjects/pressed.ts'

/** Kapatma: nothing is put under a heading any more; and again. */
export default class HeadingClosingsController {
  store(ctx: HttpContext) {
    return atHeading(ctx, 'administration.flash.closed', (id, typed) =>
      closeHeading(id, seenIn(typed), ctx.officer)
    )
  }

  destroy(ctx: HttpContext) {
    return atHeading(ctx, 'administration.flash.reopened', (id, typed) =>
      reopenHeading(id, seenIn(typed), ctx.officer)
    )
  }
}
