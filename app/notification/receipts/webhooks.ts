import { createHash, timingSafeEqual } from 'node:crypto'
import {
  AllowList,
  type GatewaySettings,
  type WebhookSettings,
  type Log,
  readReports,
  type ReportShape,
  SILENT,
} from '#sms'
import { ReceiptBook } from './receipt_book.ts'

/** Milliseconds in which strangers are counted rather than told of one by one. */
const COUNTED = 60_000

/** Where the companies tell what became of messages: an address of each gateway's own. */
export class Webhooks {
  readonly #webhooks = new Map<string, Webhook>()
  #strangers = 0
  #warnedAt = -Infinity

  constructor(
    gateways: GatewaySettings[],
    private readonly log: Log = SILENT
  ) {
    for (const gateway of gateways) {
      const own = 'webhook' in gateway && gateway.webhook
      if (own) this.#webhooks.set(gateway.name, new Webhook(gateway.name, own, log))
    }
  }

  /** The gateway's webhook, or null for a stranger, who learns nothing from how long that takes. */
  open(name: string, secret: string, address: string): Webhook | null {
    const webhook = this.#webhooks.get(name)
    const isKnown = isSame(secret, webhook?.secret ?? '') && webhook !== undefined
    if (isKnown && webhook.isExpected(address)) return webhook
    // Whoever knows the secret is no citizen: most probably the company has a new address.
    if (isKnown) this.log.warn({ gateway: name, address }, 'SMS reports come from another address')
    else this.#count()
    return null
  }

  #count() {
    this.#strangers += 1
    if (performance.now() - this.#warnedAt < COUNTED) return
    this.#warnedAt = performance.now()
    this.log.warn({ strangers: this.#strangers }, 'Strangers called the address of SMS reports')
    this.#strangers = 0
  }
}

/** One gateway's reports. They are rows when they are acknowledged; the worker reads them. */
export class Webhook {
  readonly secret: string
  readonly #shape: ReportShape
  readonly #expected: AllowList
  readonly #book: ReceiptBook

  constructor(
    readonly gateway: string,
    { secret, from, shape }: WebhookSettings,
    private readonly log: Log
  ) {
    this.secret = secret
    this.#shape = shape
    this.#book = new ReceiptBook(gateway)
    this.#expected = new AllowList(from)
  }

  isExpected(address: string) {
    return this.#expected.has(address)
  }

  /**
   * Resolves when everything that could be understood is committed; false when that was nothing.
   * @throws whatever the database says: the company asks again.
   */
  async take(said: unknown): Promise<boolean> {
    const { gateway } = this
    const { receipts, replies, garbage, unforeseen } = readReports(said, this.#shape)
    if (garbage > 0) this.log.warn({ gateway, garbage }, 'SMS reports that cannot be understood')
    if (replies > 0) this.log.info({ gateway, replies }, 'Answers to texts, dropped')
    for (const state of new Set(unforeseen)) {
      this.log.warn({ gateway, state }, 'SMS reports with an unforeseen state')
    }
    await Promise.all(receipts.map((receipt) => this.#book.keep({ gateway, ...receipt })))
    return receipts.length + replies > 0
  }
}

/** In the same time, however much of it is right and however long it is. */
function isSame(given: string, secret: string) {
  return timingSafeEqual(digest(given), digest(secret)) && secret !== ''
}

function digest(text: string) {
  return createHash('sha256').update(text).digest()
}
