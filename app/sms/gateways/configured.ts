import type { SmsGateway } from '../gateway.ts'
import { HttpGateway } from './http.ts'
import { KannelGateway } from './kannel.ts'
import { LogGateway } from './log.ts'
import { SmppGateway } from './smpp.ts'
import { trusting } from './trusting.ts'
import type { Log } from '../log.ts'
import { gatewaySettings, type GatewaySettings } from '../settings/gateway_settings.ts'
import type { Lookup } from '../settings/settings_reader.ts'

/** Which gateways there are, and where their settings are looked up. */
export interface GatewayList {
  /** As it is written: "smpp", or "turk:smpp, yedek:http". */
  gateways: string
  setting: Lookup
}

/** The gateways that the settings name, the preferred one first. */
export function configuredGateways({ gateways, setting }: GatewayList, log: Log): SmsGateway[] {
  return gatewaySettings(gateways, setting).map((settings) => gatewayOf(settings, log))
}

function gatewayOf(settings: GatewaySettings, log: Log): SmsGateway {
  switch (settings.driver) {
    case 'kannel':
      return new KannelGateway({ ...settings, ...trusting(settings) }, log)
    case 'http':
      return new HttpGateway({ ...settings, ...trusting(settings) }, log)
    case 'log':
      return new LogGateway(settings, log)
    case 'smpp': {
      const { sender: source, perSecond: rate, tls, ca: _, ...link } = settings
      const secured = tls ? { tls: trusting(settings) } : {}
      return new SmppGateway({ ...link, source, rate, ...secured }, log)
    }
  }
}
