import type { HttpContext } from '@adonisjs/core/http'
import { Catalogue, headed } from '#organisation'
import { notFound } from '#shared/not_found'
import { WaitingRoom } from '../../models/waiting_room.ts'

/**
 * The room whose kiosk has this address; its authority is the page's, at whatever name it is asked for.
 * Kept by no cache, and named by no browser to anybody.
 *
 * @throws not found where there is none, or its authority gives no numbers
 */
export async function atKiosk(ctx: HttpContext) {
  ctx.response.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
  const room = await WaitingRoom.at(ctx.params.kiosk)
  const catalogue = room && (await Catalogue.of(room.authorityId))
  if (!room || !catalogue?.authority.callsNumbers) notFound(ctx)
  headed(ctx, catalogue)
  return room
}
