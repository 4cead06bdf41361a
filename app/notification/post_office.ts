import { HolidayWatch } from '#organisation'
import { SmsTransport } from './transport/transport.ts'
import { DailyCeiling } from './limits/daily_ceiling.ts'
import { gatewaySettings, type GatewayList, type Log, type SmsGateway } from '#sms'
import { MailTransport, type Mailer } from './transport/mail_transport.ts'
import { Health } from './monitoring/health.ts'
import { Webhooks } from './receipts/webhooks.ts'
import { Dispatcher } from './dispatch/dispatcher.ts'
import { Outbox } from './dispatch/outbox.ts'
import { ReceiptBook } from './receipts/receipt_book.ts'
import { Restraint, type RestraintSettings } from './limits/restraint.ts'
import { Failover } from './dispatch/failover.ts'
import { Route } from './dispatch/route.ts'
import { Worker } from './dispatch/worker.ts'

/** config/sms.ts */
export interface SmsSettings extends RestraintSettings, GatewayList {
  /** Texts a day that strangers may cause, in all; 0: no limit. */
  dailyCeiling?: number
  /** E-mails a day to one address, and that strangers may cause in all; 0: no limit. */
  mailDailyCap?: number
  mailDailyCeiling?: number
  /** Hours after which a receipt is no longer waited for. */
  receiptHours: number
}

/** When texts may leave. @throws RangeError that names the setting which is none */
export function restraint(settings: SmsSettings) {
  return new Restraint(settings)
}

/** Where the companies of these gateways report to. */
export function smsWebhooks({ gateways, setting }: SmsSettings, log: Log) {
  return new Webhooks(gatewaySettings(gateways, setting), log)
}

/** Who carries what: `mailer` is null where e-mail is switched off. */
export interface Transports {
  gateways: SmsGateway[]
  mailer: Mailer | null
}

/** Everything that a worker needs to send texts and e-mails. */
export function worker({ gateways, mailer }: Transports, settings: SmsSettings, log: Log) {
  const { receiptHours, dailyCeiling = 0, mailDailyCap, mailDailyCeiling = 0 } = settings
  const names = gateways.map(({ name }) => name)
  const lanes = gateways.map((gateway, turn) => {
    const receipts = new ReceiptBook(gateway.name)
    gateway.onReceipt((receipt) => receipts.keep(receipt))
    const sms = {
      carrier: new SmsTransport(gateway),
      outbox: new Outbox(new Route('sms', gateway.name, { among: names, receiptHours })),
      receipts,
      restraint: new Restraint(settings, new DailyCeiling('sms', dailyCeiling, log)),
      health: new Health(gateway.name, log),
      succession: new Failover(names, turn),
    }
    return new Dispatcher(sms, log)
  })
  const mail = {
    carrier: new MailTransport(mailer, log),
    outbox: new Outbox(new Route('email', 'mail')),
    // No e-mail rings at night.
    restraint: new Restraint(
      { dailyCap: mailDailyCap },
      new DailyCeiling('email', mailDailyCeiling, log)
    ),
  }
  return new Worker([...lanes, new Dispatcher(mail, log)], new HolidayWatch(log))
}
