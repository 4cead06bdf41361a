import type { HttpContext } from '@adonisjs/core/http'
import { timeOfDay } from '#shared/dates/turkish_date'
import { DateTime } from 'luxon'
import { pageOrFragment } from '#shared/fragment'
import { boardOf } from '../waiting_room/board.ts'

/** Pano: on the wall of the waiting room, and on the telephone of whoever waits outside. */
export default class BoardsController {
  async show(ctx: HttpContext) {
    ctx.response.header('cache-control', 'no-store')
    const { id, callsNumbers } = ctx.catalogue.authority
    const calls = callsNumbers ? await boardOf(id) : []
    const at = timeOfDay(DateTime.now(), ctx.i18n.locale)
    return pageOrFragment(ctx, 'intake/waiting_room/board', 'intake/waiting_room/_board', {
      calls,
      at,
    })
  }
}
