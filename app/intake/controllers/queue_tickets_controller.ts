import type { HttpContext } from '@adonisjs/core/http'
import { pageOrFragment } from '#shared/fragment'
import { ROOM_PAGE, roomPage } from '../waiting_room/pages/room_page.ts'
import { roomOpen } from '../waiting_room/pages/room_open.ts'

/** Sıra: who waits in the room, and whom the officer has. */
export default class QueueTicketsController {
  async index(ctx: HttpContext) {
    roomOpen(ctx)
    return pageOrFragment(ctx, ROOM_PAGE, 'intake/waiting_room/_room', await roomPage(ctx))
  }
}
