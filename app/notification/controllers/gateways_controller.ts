import type { HttpContext } from '@adonisjs/core/http'
import assistant from '#config/assistant'
import settings from '#config/sms'
import { pageOrFragment } from '#shared/fragment'
import { nearCeilings } from '../limits/daily_ceiling.ts'
import { gatewayBoard } from '../monitoring/gateway_board.ts'
import { gatewaysInOrder } from '../monitoring/gateways_in_order.ts'

/** Kısa mesaj geçitleri: how the ways out of the house are, for the IT officer. */
export default class GatewaysController {
  async index(ctx: HttpContext) {
    const { authority, hasManager, yearWithoutHolidays } = ctx.catalogue
    const board = await gatewayBoard(gatewaysInOrder(), authority.id)
    return pageOrFragment(ctx, 'notification/gateways/index', 'notification/gateways/_board', {
      gateways: board,
      hasManager,
      yearWithoutHolidays,
      /** whether the house has a model of its own */
      hasAssistant: assistant.settings !== null,
      ceilings: await nearCeilings({
        sms: settings.dailyCeiling,
        email: settings.mailDailyCeiling,
      }),
    })
  }
}
