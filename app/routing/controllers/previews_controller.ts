import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { isFragment } from '#shared/fragment'
import { notFound } from '#shared/not_found'
import { preview } from '../queue/preview.ts'
import { queuePage } from '../queue/queue_page.ts'
import { queueQuery } from '../queue/query.ts'

/** What a petition says, beside the queue: the list's page with it, or it alone. */
export default class PreviewsController {
  async show(ctx: HttpContext) {
    const { params, i18n, view } = ctx
    const shown = (await preview(ctx, params.number)) ?? notFound(ctx)
    if (!isFragment(ctx)) return queuePage(ctx, { preview: shown })
    const query = { ...queueQuery(ctx), bak: params.number }
    const sendTo = addressOf('referral_lots.store', i18n.locale, {}, query)
    return view.render('routing/queue/_preview', { preview: shown, sendTo })
  }
}
