import type { HttpContext } from '@adonisjs/core/http'
import { addressOf } from '#shared/address'
import { isFragment } from '#shared/fragment'
import { transaction } from '#shared/database/transaction'
import { Typed } from '#shared/typed/typed'
import { Counter } from '../models/counter.ts'
import { callNext } from '../waiting_room/line/call_next.ts'
import { finish } from '../waiting_room/line/finish.ts'
import { callAgain } from '../waiting_room/line/with_ticket.ts'
import { roomOpen } from '../waiting_room/pages/room_open.ts'
import { roomPage } from '../waiting_room/pages/room_page.ts'
import { afterwards, withOwn } from '../waiting_room/pages/own_ticket.ts'

/** Somebody is called to the officer's counter. */
export default class QueueCallsController {
  /** A part of the desk's pages: whom one has, and the button that calls the next. */
  async show(ctx: HttpContext) {
    roomOpen(ctx)
    const room = addressOf('queue_tickets.index', ctx.officer.locale)
    if (!isFragment(ctx)) return ctx.response.redirect().toPath(room)
    return ctx.view.render('intake/waiting_room/_now', await roomPage(ctx))
  }

  /** The next one; then the desk's form stands open. */
  async store(ctx: HttpContext) {
    roomOpen(ctx)
    const { officer } = ctx
    const counter = await Counter.of(officer)
    if (!counter) return afterwards(ctx, 'choose')
    const after = Number(Typed.from(ctx).text('after')) || null
    const ticket = await callNext({ officer, counter: counter.name, after })
    if (!ticket) return afterwards(ctx, 'nobody')
    return afterwards(ctx, 'called', { number: ticket.number }, 'desk.create')
  }

  update(ctx: HttpContext) {
    return withOwn(ctx, async (ticket) => {
      await callAgain(ticket)
      return 'again'
    })
  }

  destroy(ctx: HttpContext) {
    return withOwn(ctx, async (ticket) => {
      await transaction((trx) => finish(ticket, trx))
      return 'finished'
    })
  }
}
