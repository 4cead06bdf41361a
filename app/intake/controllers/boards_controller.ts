import type { HttpContext } from '@adonisjs/core/http'
import { timeOfDay } from '#shared/dates/turkish_date'
import { DateTime } from 'luxon'
import { pageOrFragment } from '#shared/fragment'
import { boardOf } from '../waiting_room/board.ts'
import { roomOpen } from '../waiting_room/pages/room_open.ts'

/** Pano: on the wall of the waiting room, and on the telephone of whoever waits outside. */
export default class BoardsController {
  async show(ctx: HttpContext) {
    roomOpen(ctx)
    ctx.response.header('cache-control', 'no-store')
    const calls = await boardOf(ctx.catalogue.authority.id)
    const at = timeOfDay(DateTime.now(), ctx.i18n.locale)
    return pageOrFragment(ctx, 'intake/waiting_room/board', 'intake/waiting_room/_board', {
      calls,
      at,
    })
  }
}
