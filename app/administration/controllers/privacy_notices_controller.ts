import type { HttpContext } from '@adonisjs/core/http'
import { PrivacyNotice, publishNotice, readNotice } from '#intake'
import { notFound } from '#shared/not_found'
import { takeForm } from '#shared/typed/take_form'
import { seenIn } from '../kept_row.ts'
import { kept } from '../office/kept.ts'
import { NOTICE_PAGE, noticePage } from '../office/notice_page.ts'

/** Aydınlatma metni: what citizens are told about their data, version by version. */
export default class PrivacyNoticesController {
  async edit(ctx: HttpContext) {
    return ctx.view.render(NOTICE_PAGE, await noticePage(ctx))
  }

  update(ctx: HttpContext) {
    return takeForm(
      ctx,
      NOTICE_PAGE,
      async (typed) => {
        const texts = typed.read(readNotice)
        const { authority } = ctx.catalogue
        const seen = seenIn(typed)
        const isNew = await publishNotice(authority, texts, seen, ctx.officer)
        return kept(ctx, 'privacy_notices.edit', isNew)
      },
      (typed, refusal) => noticePage(ctx, typed, refusal)
    )
  }

  /** A former version, or the one in force. */
  async show(ctx: HttpContext) {
    const texts = await PrivacyNotice.version(
      ctx.catalogue.authority.id,
      Number(ctx.params.version)
    )
    if (texts.length === 0) return notFound(ctx)
    return ctx.view.render('administration/privacy_notices/show', { texts })
  }
}
