import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'
import { HandedList } from '../handing_over/handed_list.ts'

/** Sevk edilenler: what the authority handed over, where it is now, and what came of it. */
export default class HandoversController {
  async index(ctx: HttpContext) {
    const { officer, view, i18n } = ctx
    const sonra = Typed.from(ctx).text('sonra')
    const { rows, next, isShort } = await HandedList.page(officer, sonra)
    const at = (place?: string) =>
      addressOf('handovers.index', i18n.locale, {}, place ? { sonra: place } : {})
    const page = { rows, isShort, next: next && at(next), first: sonra ? at() : null }
    return view.render('routing/handovers/index', page)
  }
}
