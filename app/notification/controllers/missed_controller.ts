import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { pageOrFragment } from '#shared/fragment'
import { Typed } from '#shared/typed/typed'
import { MissedList } from '../follow_up/missed_list.ts'

/** Ulaşmayan mesajlar: the citizens whom the bureau has to call. */
export default class MissedController {
  async index(ctx: HttpContext) {
    const { officer, i18n } = ctx
    const sonra = Typed.from(ctx).text('sonra')
    const address = (after?: string) =>
      addressOf('missed.index', i18n.locale, {}, after ? { sonra: after } : {})
    const [{ rows, next }, total] = await Promise.all([
      MissedList.page(officer, sonra),
      MissedList.count(officer),
    ])
    return pageOrFragment(ctx, 'notification/missed/index', 'notification/missed/_list', {
      rows,
      total,
      next: next && address(next),
      first: sonra ? address() : null,
    })
  }
}
