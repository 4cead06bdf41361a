import type { HttpContext } from '@adonisjs/core/http'
import { WaitingRoom } from '../models/waiting_room.ts'
import { afterwards } from '../waiting_room/pages/own_ticket.ts'
import { boardAddress } from '../waiting_room/pages/board_address.ts'
import { roomOpen } from '../waiting_room/pages/room_open.ts'

/** The addresses of the kiosk and of the board on the wall, for whoever sets them up. */
export default class KiosksController {
  async edit(ctx: HttpContext) {
    roomOpen(ctx)
    const { kiosk } = await WaitingRoom.of(ctx.officer.authorityId)
    const board = await boardAddress(ctx.catalogue.authority, ctx.i18n.locale)
    return ctx.view.render('intake/waiting_room/kiosk_address', { kiosk, board })
  }

  /** Somebody may know it who should not: a new one. */
  async update(ctx: HttpContext) {
    roomOpen(ctx)
    await (await WaitingRoom.of(ctx.officer.authorityId)).renew()
    return afterwards(ctx, 'renewed', {}, 'kiosks.edit')
  }
}
