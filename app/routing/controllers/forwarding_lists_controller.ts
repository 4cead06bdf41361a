import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { Typed } from '#shared/typed/typed'
import { WAITS } from '../forwarding/waits.ts'
import { WaitingForwardings } from '../forwarding/waiting_forwardings.ts'

/** Kurumlara gönderilenler: what was forwarded and waits for its number, for being sent, or for an answer. */
export default class ForwardingListsController {
  async index(ctx: HttpContext) {
    const { officer, view, i18n } = ctx
    const asked = Typed.asked(ctx)
    const waits = asked.oneOf('bekleyen', WAITS) ?? 'number'
    const after = asked.text('sonra')
    const { rows, next, isShort } = await WaitingForwardings.page(officer, waits, after)
    const at = (bekleyen: string, sonra?: string) =>
      addressOf('forwarding_lists.index', i18n.locale, {}, { bekleyen, ...(sonra && { sonra }) })
    return view.render('routing/forwarding/index', {
      ...{ rows, isShort, waits },
      filters: WAITS.map((key) => ({ key, href: at(key), isChosen: key === waits })),
      next: next && at(waits, next),
      first: after ? at(waits) : null,
    })
  }
}
