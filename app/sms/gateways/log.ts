import { randomUUID } from 'node:crypto'

import { SmsText } from '../encoding/sms_text.ts'
import { SILENT, type Log } from '../log.ts'
import { SmsGateway, type GatewayState, type Settle, type Sms } from '../gateway.ts'

const WINDOW = 10

/** For development: says that a message was delivered and sends none. Logs neither number nor text. */
export class LogGateway extends SmsGateway {
  readonly name: string
  protected readonly isLocal = true

  private link: GatewayState['link'] = 'idle'
  private since = new Date()
  private inFlight = 0
  private readonly opened = Promise.withResolvers<void>()

  constructor(
    { name }: { name: string } = { name: 'log' },
    protected readonly log: Log = SILENT
  ) {
    super()
    this.name = name
  }

  get state(): GatewayState {
    const { name, link, since, inFlight } = this
    const free = link === 'bound' ? WINDOW : 0
    const idle = { window: WINDOW, lastFault: null, alarm: null }
    return { name, link, since, downSince: free ? null : since, inFlight, free, ...idle }
  }

  room(): Promise<void> {
    return this.opened.promise
  }

  start() {
    this.enter('bound')
  }

  async drain() {
    this.enter('closed')
  }

  protected async carry(sms: Sms, settle: Settle): Promise<void> {
    const id = randomUUID()
    const { alphabet, units, parts } = SmsText.count(sms.text)
    this.log.info({ reference: sms.reference, alphabet, units, parts }, 'SMS not really sent')
    this.inFlight += 1
    try {
      await settle({ kind: 'sent', ids: [id] })
    } finally {
      this.inFlight -= 1
    }
    await this.pretendDelivery(id, sms)
  }

  private async pretendDelivery(id: string, { to, reference }: Sms) {
    const raw = `id:${id} stat:DELIVRD err:000`
    const receipt = { gateway: this.name, id, otherIds: [], error: null, to, raw }
    try {
      await this.told({ ...receipt, state: 'delivered' })
    } catch {
      this.log.warn({ reference }, 'The receipt of an SMS could not be written')
    }
  }

  private enter(link: GatewayState['link']) {
    this.link = link
    this.since = new Date()
    this.opened.resolve()
  }
}
