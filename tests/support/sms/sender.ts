import { type TestContext } from '@japa/runner/core'

import { SmsCentre, type CentreSettings } from '../../../sms_centre/centre.ts'
import { type Outcome, type Receipt, type Sms, type SmsGateway } from '../../../app/sms/gateway.ts'
import { SmppGateway, type SmppSettings } from '../../../app/sms/gateways/smpp.ts'
import { type SmppTimes } from '../../../app/sms/smpp/settings.ts'
import { HEARD, listenTo, ring } from './happened.ts'

/** Quick enough for a test, in the order of the real ones. */
export const QUICK: Partial<SmppTimes> = {
  response: 1_500,
  alive: 100,
  backOff: { first: 5, last: 20 },
  refused: 5,
  throttle: { first: 10, last: 20 },
  drain: 500,
  unbind: 100,
}

export const PHONE = '+905000000001'

type Cleanup = Pick<TestContext, 'cleanup'>

export async function openCentre({ cleanup }: Cleanup, settings: CentreSettings = {}) {
  const centre = new SmsCentre({ port: 0, receiptsAgain: 5, onChange: ring, ...settings })
  await centre.start()
  cleanup(() => centre.stop())
  return centre
}

/** Waits for room, sends, and gives the outcome, which is noted as soon as it is known. */
export async function sendThrough(
  gateway: SmsGateway,
  sms: Partial<Sms> & { text: string },
  noted: Outcome[]
): Promise<Outcome> {
  await gateway.room()
  const outcome = Promise.withResolvers<Outcome>()
  await gateway.send({ reference: 'test', to: PHONE, ...sms }, async (what) => {
    noted.push(what)
    outcome.resolve(what)
  })
  return outcome.promise
}

/** A gateway that knows what became of everything it was given. */
export class Sender {
  readonly outcomes: Outcome[] = []
  readonly receipts: Receipt[] = []
  readonly gateway: SmppGateway
  receiptsBeforeOutcome = false

  static to(centre: { port: number }, { cleanup }: Cleanup, settings: Partial<SmppSettings> = {}) {
    const sender = new Sender(centre.port, settings)
    sender.gateway.start()
    cleanup(() => sender.gateway.drain())
    return sender
  }

  constructor(port: number, settings: Partial<SmppSettings>) {
    const times = { ...QUICK, ...settings.times }
    const who = { name: 'training', systemId: 'acikkapi', password: 'secret', source: 'ACIKKAPI' }
    this.gateway = new SmppGateway({ ...who, host: '127.0.0.1', port, ...settings, times }, HEARD)
    listenTo(this.gateway)
    this.gateway.onReceipt(async (receipt) => {
      this.receipts.push(receipt)
      this.receiptsBeforeOutcome ||= this.receipts.length > this.outcomes.length
      ring()
    })
  }

  /** Waits for room, sends, and gives the outcome. */
  async send(text: string, sms: Partial<Sms> = {}): Promise<Outcome> {
    return sendThrough(this.gateway, { text, ...sms }, this.outcomes)
  }

  /** Sends until it is sent, as the outbox would. @throws Error after twenty tries. */
  async persist(text: string): Promise<void> {
    for (let tries = 0; tries < 20; tries++) {
      if ((await this.send(text)).kind === 'sent') return
    }
    throw new Error(`never sent: ${text}`)
  }
}
