import { HolidayWatch } from '#organisation'
import { SmsCarrier } from './transport/transport.ts'
import { Ceiling } from './limits/daily_ceiling.ts'
import { gatewaySettings, type GatewayList, type Log, type SmsGateway } from '#sms'
import { MailCarrier, type Mailer } from './transport/mail_transport.ts'
import { Health } from './monitoring/health.ts'
import { Hooks } from './receipts/webhooks.ts'
import { Lane } from './dispatch/dispatcher.ts'
import { Outbox } from './dispatch/outbox.ts'
import { ReceiptBook } from './receipts/receipt_book.ts'
import { Restraint, type RestraintSettings } from './limits/restraint.ts'
import { Succession } from './dispatch/failover.ts'
import { Way } from './dispatch/route.ts'
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
export function smsHooks({ gateways, setting }: SmsSettings, log: Log) {
  return new Hooks(gatewaySettings(gateways, setting), log)
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
