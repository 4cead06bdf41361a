import type { HttpContext } from '@adonisjs/core/http'
import { namedGateway } from '../monitoring/gateways_in_order.ts'
import { GatewayPause } from '../models/gateway_pause.ts'

/** Duraklatma: nothing more goes out through a gateway until somebody resumes it. */
export default class GatewayPausesController {
  async store(ctx: HttpContext) {
    const { gateway } = namedGateway(ctx)
    await GatewayPause.begin(gateway, ctx.officer)
    return backToBoard(ctx, 'paused', gateway)
  }

  async destroy(ctx: HttpContext) {
    const { gateway } = namedGateway(ctx)
    await GatewayPause.end(gateway, ctx.officer)
    return backToBoard(ctx, 'resumed', gateway)
  }
}

function backToBoard({ session, response }: HttpContext, what: string, gateway: string) {
  session.flash('done', { key: `notification.flash.${what}`, params: { gateway } })
  return response.redirect().status(303).toRoute('gateways.index')
}
