import { readFileSync } from 'node:fs'
import { HolidayWatch } from '#organisation'
import { SmsCarrier } from './carriers.ts'
import { Ceiling } from './ceiling.ts'
import { gatewaySettings, type GatewaySettings } from './gateway_settings.ts'
import type { SmsGateway } from './gateways/gateway.ts'
import { HttpGateway } from './gateways/http.ts'
import { KannelGateway } from './gateways/kannel.ts'
import { LogGateway } from './gateways/log.ts'
import { MailCarrier, type Mailer } from './gateways/mail.ts'
import { SmppGateway } from './gateways/smpp.ts'
import type { Lookup } from './given.ts'
import { Health } from './health.ts'
import { Hooks } from './hooks.ts'
import { Lane } from './lane.ts'
import { Outbox } from './outbox.ts'
import { ReceiptBook } from './receipt_book.ts'
import { Restraint, type RestraintSettings } from './restraint.ts'
import { Succession } from './succession.ts'
import type { Log } from './smpp/log.ts'
import { Way } from './way.ts'
import { Worker } from './worker.ts'

/** config/sms.ts */
export interface SmsSettings extends RestraintSettings {
  /** As it is written: "smpp", or "turk:smpp, yedek:http". */
  gateways: string
  /** Texts a day that strangers may cause, in all; 0: no limit. */
  dailyCeiling?: number
  /** E-mails a day to one address, and that strangers may cause in all; 0: no limit. */
  mailDailyCap?: number
  mailDailyCeiling?: number
  /** Hours after which a receipt is no longer waited for. */
  receiptHours: number
  setting: Lookup
}

/** The gateways that the settings name, the preferred one first. */
export function smsGateways({ gateways, setting }: SmsSettings, log: Log): SmsGateway[] {
  return gatewaySettings(gateways, setting).map((settings) => gatewayOf(settings, log))
}

/** When texts may leave. @throws RangeError that names the setting which is none */
export function restraint(settings: SmsSettings) {
  return new Restraint(settings)
}

/** Where the companies of these gateways report to. */
export function smsHooks({ gateways, setting }: SmsSettings, log: Log) {
  return new Hooks(gatewaySettings(gateways, setting), log)
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

/** The authority in that file alone, or the usual ones. */
function trusting({ name, ca }: { name: string; ca?: string }) {
  try {
    return { ca: ca === undefined ? undefined : readFileSync(ca) }
  } catch (error) {
    throw new RangeError(`${name.toUpperCase()}_CA: ${ca} cannot be read`, { cause: error })
  }
}

/** Who carries what: `mailer` is null where e-mail is switched off. */
export interface Carriers {
  gateways: SmsGateway[]
  mailer: Mailer | null
}

/** Everything that a worker needs to send texts and e-mails. */
export function worker({ gateways, mailer }: Carriers, settings: SmsSettings, log: Log) {
  const { receiptHours, dailyCeiling = 0, mailDailyCap, mailDailyCeiling = 0 } = settings
  const names = gateways.map(({ name }) => name)
  const lanes = gateways.map((gateway, turn) => {
    const receipts = new ReceiptBook(gateway.name)
    gateway.onReceipt((receipt) => receipts.keep(receipt))
    const sms = {
      carrier: new SmsCarrier(gateway),
      outbox: new Outbox(new Way('sms', gateway.name, { among: names, receiptHours })),
      receipts,
      restraint: new Restraint(settings, new Ceiling('sms', dailyCeiling, log)),
      health: new Health(gateway.name, log),
      succession: new Succession(names, turn),
    }
    return new Lane(sms, log)
  })
  const mail = {
    carrier: new MailCarrier(mailer, log),
    outbox: new Outbox(new Way('email', 'mail')),
    // No e-mail rings at night.
    restraint: new Restraint(
      { dailyCap: mailDailyCap },
      new Ceiling('email', mailDailyCeiling, log)
    ),
  }
  return new Worker([...lanes, new Lane(mail, log)], new HolidayWatch(log))
}
