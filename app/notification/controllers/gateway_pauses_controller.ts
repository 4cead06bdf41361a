import type { HttpContext } from '@adonisjs/core/http'
import { namedGateway } from '../monitoring/gateways_in_order.ts'
import { GatewayPause } from '../models/gateway_pause.ts'

/** Duraklatma: nothing more goes out through a gateway until somebody resumes it. */
export default class GatewayPausesController {
  async store(ctx: HttpContext) {
    const { gateway } = namedGateway(ctx)
    await GatewayPause.begin(gateway, ctx.officer)
    return told(ctx, 'paused', gateway)
  }

  async destroy(ctx: HttpContext) {
    const { gateway } = namedGateway(ctx)
    await GatewayPause.end(gateway, ctx.officer)
    return told(ctx, 'resumed', gateway)
  }
}

function told({ session, response }: HttpContext, what: string, gateway: string) {
  session.flash('told', { key: `notification.flash.${what}`, params: { gateway } })
  return response.redirect().status(303).toRoute('gateways.index')
}
