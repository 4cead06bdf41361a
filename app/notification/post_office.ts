import { readFileSync } from 'node:fs'
import { SmsCarrier } from './carriers.ts'
import type { SmsGateway } from './gateways/gateway.ts'
import { LogGateway } from './gateways/log.ts'
import { MailCarrier, type Mailer } from './gateways/mail.ts'
import { SmppGateway } from './gateways/smpp.ts'
import { Lane } from './lane.ts'
import { Outbox } from './outbox.ts'
import { ReceiptBook } from './receipt_book.ts'
import { Restraint, type RestraintSettings } from './restraint.ts'
import type { Log } from './smpp/log.ts'
import type { Alphabet } from './sms_text.ts'
import { Worker } from './worker.ts'

/** config/sms.ts */
export interface SmsSettings extends RestraintSettings {
  gateway: 'smpp' | 'log'
  alphabet: Alphabet
  smpp: {
    host: string
    port: number
    systemId: string
    password: string
    sender: string
    window: number
    perSecond?: number
    tls: boolean
    /** File with the operator's certificate authority, where it is not one of the usual. */
    ca?: string
  }
}

/** The gateway that the settings name. */
export function smsGateway({ gateway, alphabet, smpp }: SmsSettings, log: Log): SmsGateway {
  if (gateway === 'log') return new LogGateway({ name: 'log' }, log)
  const { sender: source, perSecond: rate, tls, ca, ...link } = smpp
  const secured = tls ? { tls: ca ? { ca: readFileSync(ca) } : {} } : {}
  return new SmppGateway({ name: 'smpp', ...link, source, rate, alphabet, ...secured }, log)
}

/** Who carries what: `mailer` is null where e-mail is switched off. */
export interface Carriers {
  gateway: SmsGateway
  mailer: Mailer | null
}

/** Everything that a worker needs to send texts and e-mails. */
export function worker({ gateway, mailer }: Carriers, settings: RestraintSettings, log: Log) {
  const receipts = new ReceiptBook(gateway.name)
  gateway.onReceipt((receipt) => receipts.keep(receipt))
  const sms = {
    carrier: new SmsCarrier(gateway),
    outbox: new Outbox('sms', gateway.name),
    receipts,
    restraint: new Restraint(settings),
  }
  const mail = { carrier: new MailCarrier(mailer, log), outbox: new Outbox('email', 'mail') }
  return new Worker([new Lane(sms, log), new Lane(mail, log)])
}
