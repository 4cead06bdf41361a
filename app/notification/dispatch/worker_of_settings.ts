import { HolidayWatch } from '#organisation'
import type { GatewayList, Log, SmsGateway } from '#sms'
import { DailyCeiling } from '../limits/daily_ceiling.ts'
import { SendingLimits, type LimitSettings } from '../limits/sending_limits.ts'
import { Health } from '../monitoring/health.ts'
import { ReceiptBook } from '../receipts/receipt_book.ts'
import { MailTransport, type Mailer } from '../transport/mail_transport.ts'
import { SmsTransport } from '../transport/sms_transport.ts'
import { Dispatcher } from './dispatcher.ts'
import { Failover } from './failover.ts'
import { Outbox } from '../outbox/outbox.ts'
import { Route } from './route.ts'
import { Worker } from './worker.ts'

/** config/sms.ts */
export interface SmsSettings extends LimitSettings, GatewayList {
  /** Texts a day that strangers may cause, in all; 0: no limit. */
  dailyCeiling?: number
  /** E-mails a day to one address, and that strangers may cause in all; 0: no limit. */
  mailDailyCap?: number
  mailDailyCeiling?: number
  /** Hours after which a receipt is no longer waited for. */
  receiptHours: number
}

/** By whom messages leave: `mailer` is null where e-mail is switched off. */
interface Transports {
  gateways: SmsGateway[]
  mailer: Mailer | null
}

/** Everything that a worker needs to send texts and e-mails. */
export function worker({ gateways, mailer }: Transports, settings: SmsSettings, log: Log) {
  const names = gateways.map(({ name }) => name)
  const texts = gateways.map((gateway) => textDispatcher(gateway, names, settings, log))
  return new Worker([...texts, mailDispatcher(mailer, settings, log)], new HolidayWatch(log))
}

function textDispatcher(gateway: SmsGateway, names: string[], settings: SmsSettings, log: Log) {
  const { receiptHours, dailyCeiling = 0 } = settings
  const route = new Route('sms', gateway.name, { among: names, receiptHours })
  const receipts = new ReceiptBook(gateway.name)
  gateway.onReceipt((receipt) => receipts.keep(receipt))
  const parts = {
    transport: new SmsTransport(gateway),
    outbox: new Outbox(route),
    receipts,
    limits: new SendingLimits(settings, new DailyCeiling('sms', dailyCeiling, log)),
    health: new Health(gateway.name, log),
    failover: new Failover(names, route.position),
  }
  return new Dispatcher(parts, log)
}

function mailDispatcher(mailer: Mailer | null, settings: SmsSettings, log: Log) {
  const { mailDailyCap: dailyCap, mailDailyCeiling = 0 } = settings
  const parts = {
    transport: new MailTransport(mailer, log),
    outbox: new Outbox(new Route('email', 'mail')),
    // No e-mail rings at night.
    limits: new SendingLimits({ dailyCap }, new DailyCeiling('email', mailDailyCeiling, log)),
  }
  return new Dispatcher(parts, log)
}
