import type { HttpContext } from '@adonisjs/core/http'
import { takeForm } from '#shared/typed/take_form'
import { Counter, readCounter } from '../models/counter.ts'
import { afterwards } from '../waiting_room/pages/own_ticket.ts'
import { roomOpen } from '../waiting_room/pages/room_open.ts'
import { ROOM_PAGE, roomPage } from '../waiting_room/pages/room_page.ts'

/** Gişe: where the officer sits, as the board says it. */
export default class CountersController {
  update(ctx: HttpContext) {
    roomOpen(ctx)
    return takeForm(
      ctx,
      ROOM_PAGE,
      async (typed) => {
        await Counter.choose(ctx.officer, typed.read(readCounter))
        return afterwards(ctx, 'counter')
      },
      (typed) => roomPage(ctx, typed)
    )
  }
}
