import type { HttpContext } from '@adonisjs/core/http'
import { readNotice } from '#intake'
import { takeForm } from '#shared/typed/take_form'
import { NOTICE_PAGE, noticePage } from '../office/notice_page.ts'

/** How the notice would look; nothing is kept. */
export default class NoticePreviewsController {
  store(ctx: HttpContext) {
    return takeForm(
      ctx,
      NOTICE_PAGE,
      async (typed) => {
        const preview = typed.read(readNotice)
        return ctx.view.render(NOTICE_PAGE, { ...(await noticePage(ctx, typed)), preview })
      },
      (typed, refusal) => noticePage(ctx, typed, refusal)
    )
  }
}
