import type { HttpContext } from '@adonisjs/core/http'
import { ChangesList } from '#organisation'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'

/** Değişiklikler: who changed what of the authority. */
export default class ChangesController {
  async index(ctx: HttpContext) {
    const { officer, view } = ctx
    const typed = Typed.from(ctx)
    const thing = typed.oneOf('ne', ChangesList.things)
    const { rows, next } = await ChangesList.page(officer.authorityId, {
      thing,
      before: numberIn(typed.text('once')),
    })
    const address = (asked: Record<string, string | number>) =>
      addressOf('changes.index', officer.locale, {}, { ...(thing && { ne: thing }), ...asked })
    return view.render('administration/changes/index', {
      rows,
      thing,
      things: ChangesList.things,
      next: next && address({ once: next }),
      first: typed.has('once') ? address({}) : null,
    })
  }
}

/** As an address names a row; null where it names none. */
function numberIn(text: string) {
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}
