import type { HttpContext } from '@adonisjs/core/http'
import { closeSubject, reopenSubject } from '#organisation'
import { seenIn } from '../kept_row.ts'
import { atSubject } from '../subjects/pressed.ts'

/** Kapatma: nobody chooses a subject any more; and again, also after a merger. */
export default class SubjectClosingsController {
  store(ctx: HttpContext) {
    return atSubject(ctx, 'administration.flash.closed', (id, typed) =>
      closeSubject(id, seenIn(typed), ctx.officer)
    )
  }

  destroy(ctx: HttpContext) {
    return atSubject(ctx, 'administration.flash.reopened', (id, typed) =>
      reopenSubject(id, seenIn(typed), ctx.officer)
    )
  }
}
