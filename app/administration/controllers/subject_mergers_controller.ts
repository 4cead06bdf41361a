import type { HttpContext } from '@adonisjs/core/http'
import { mergeSubject } from '#organisation'
import { seenIn } from '../kept_row.ts'
import { atSubject } from '../subjects/pressed.ts'

/** Birleştirme: two subjects become one. */
export default class SubjectMergersController {
  store(ctx: HttpContext) {
    return atSubject(ctx, 'administration.flash.merged', (id, typed) =>
      mergeSubject(id, typed.text('into'), seenIn(typed), ctx.officer)
    )
  }
}
