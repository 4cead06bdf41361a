import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { notFound } from '#shared/not_found'
import { takeForm } from '#shared/typed/take_form'
import { timeOfDay } from '#shared/dates/turkish_date'
import { FormToken } from '../form/form_token.ts'
import { QueueTicket, SORTS } from '../models/queue_ticket.ts'
import { expectedWait } from '../waiting_room/expected_wait.ts'
import { press } from '../waiting_room/line/press.ts'
import { atKiosk } from '../waiting_room/pages/kiosk.ts'

const KIOSK = 'intake/waiting_room/kiosk'

/** The kiosk at the entrance: one button, and one beside it for those who go first. */
export default class KioskTicketsController {
  async create(ctx: HttpContext) {
    await atKiosk(ctx)
    return ctx.view.render(KIOSK, { token: FormToken.issue() })
  }

  async store(ctx: HttpContext) {
    const { params, i18n, response } = ctx
    const room = await atKiosk(ctx)
    const act = async (sort: (typeof SORTS)[number], token: string) => {
      const { number } = await press(room, sort, token)
      const ticket = { kiosk: params.kiosk, ticket: number }
      return response
        .redirect()
        .status(303)
        .toPath(addressOf('kiosk_tickets.show', i18n.locale, ticket))
    }
    return takeForm(
      ctx,
      KIOSK,
      (typed) => act(typed.oneOf('sort', SORTS) ?? 'ordinary', typed.text('token')),
      () => ({ token: FormToken.issue() })
    )
  }

  /** The ticket to be printed; the page goes back to the buttons by itself. */
  async show(ctx: HttpContext) {
    const { authorityId } = await atKiosk(ctx)
    const { kiosk, ticket: number } = ctx.params
    const ticket = await QueueTicket.todayAt(authorityId).where('number', Number(number)).first()
    if (!ticket) notFound(ctx)
    // Whoever comes next finds the buttons.
    const buttons = addressOf('kiosk_tickets.create', ctx.i18n.locale, { kiosk })
    ctx.response.header('refresh', `30; url=${buttons}`)
    const at = timeOfDay(ticket.takenAt, ctx.i18n.locale)
    return ctx.view.render('intake/waiting_room/ticket', {
      ticket,
      at,
      wait: await expectedWait(ticket),
    })
  }
}
