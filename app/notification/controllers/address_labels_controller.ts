import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { labelsFor } from '../post/lists/labels.ts'

/** Adres etiketleri: for the envelopes of one page of what waits to be posted, to be printed. */
export default class AddressLabelsController {
  async show(ctx: HttpContext) {
    ctx.response.header('cache-control', 'no-store')
    const page = await labelsFor(ctx.officer, Typed.asked(ctx).text('sonra'))
    return ctx.view.render('notification/address_labels/show', page)
  }
}
