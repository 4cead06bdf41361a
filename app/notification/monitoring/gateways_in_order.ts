import type { HttpContext } from '@adonisjs/core/http'
import settings from '#config/sms'
import { gatewaySettings } from '#sms'
import { notFound } from '#shared/not_found'

/** The gateways of this server, the preferred one first. */
export function gatewaysInOrder() {
  return gatewaySettings(settings.gateways, settings.setting)
}

/**
 * The one that an address names, and its place.
 * @throws E_ROUTE_NOT_FOUND when there is none of that name
 */
export function namedGateway(ctx: HttpContext) {
  const { params } = ctx
  const position = gatewaysInOrder().findIndex(({ name }) => name === params.gateway)
  if (position < 0) return notFound(ctx)
  return { gateway: String(params.gateway), position }
}
