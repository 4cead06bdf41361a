import { createServer as createPlain, type AddressInfo, type Server, type Socket } from 'node:net'
import { createServer as createTls } from 'node:tls'

import { hear } from './air.ts'
import { Lots, type Faults } from './faults.ts'
import { Journal, type Accepted } from './journal.ts'
import { listening } from './listening.ts'
import { Page } from './page.ts'
import { inBase, Receipts } from './receipts.ts'
import { Session, type Counter } from './session.ts'
import { Telephones, type ShownMessage } from './telephones.ts'
import { deliverBody, type Submit } from './wire.ts'

export interface CentreSettings {
  /** 0: any free one. */
  port?: number
  /** Of the page with the telephones; absent: no page. */
  pagePort?: number
  /** The file that a kill leaves behind; absent: in memory only. */
  journal?: string
  /** Absent: whoever comes is let in. */
  systemId?: string
  password?: string
  seed?: number
  faults?: Faults
  tls?: { key: string | Buffer; cert: string | Buffer }
  /** Before a refused receipt is said again, in milliseconds; default 1,000. */
  receiptsAgain?: number
}

const WRONG_PASSWORD = 0x0e

/**
 * An SMS centre (SMS merkezi) for training and tests: takes messages over SMPP, gives receipts, shows
 * what telephones would show. It listens on this machine alone and sends nothing anywhere.
 */
export class SmsCentre implements Counter {
  readonly lots: Lots

  /** When a sender last asked whether the centre is there, in milliseconds. */
  lastCheck = 0

  private readonly telephones = new Telephones()
  private readonly receipts: Receipts
  private readonly sessions = new Set<Session>()
  private readonly server: Server
  private readonly page: Page | null
  private journal!: Journal
  private lastId = 0
  private binds = 0

  /** @throws Error in production: a centre that only pretends must not take real messages. */
  constructor(private readonly settings: CentreSettings = {}) {
    if (process.env.NODE_ENV === 'production') {
      throw new Error('The SMS centre is a simulator and does not start in production')
    }
    this.lots = new Lots(settings.seed ?? 1)
    this.receipts = new Receipts(
      this.lots,
      (message) => this.told(message),
      settings.receiptsAgain ?? 1_000
    )
    this.receipts.faults = this.faults
    const serve = (socket: Socket) => this.sessions.add(new Session(socket, this))
    this.server = settings.tls ? createTls(settings.tls, serve) : createPlain(serve)
    this.page = settings.pagePort === undefined ? null : new Page(this)
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  get pagePort(): number {
    return this.page?.port ?? 0
  }

  get faults(): Faults {
    return this.settings.faults ?? {}
  }

  /** From now on these faults, and no others. */
  play(faults: Faults) {
    this.settings.faults = faults
    this.receipts.faults = faults
  }

  async start() {
    this.journal = await Journal.open(this.settings.journal)
    this.remember()
    await listening(this.server, this.settings.port ?? 0)
    await this.page?.start(this.settings.pagePort ?? 0)
  }

  async stop() {
    this.receipts.stop()
    for (const session of this.sessions) session.destroy()
    await new Promise((resolve) => this.server.close(resolve))
    await this.page?.stop()
    await this.journal.close()
  }

  /** What the telephones show, oldest first. */
  messages(to?: string): ShownMessage[] {
    return this.telephones.messages(to)
  }

  /** Somebody answers from a telephone; true when a sender was there to hear it. */
  async reply(from: string, to: string, text: string): Promise<boolean> {
    const listener = [...this.sessions].find((session) => session.hasRoom)
    const status = await listener?.deliver(deliverBody({ from, to, esmClass: 0, text, tlvs: [] }))
    return status === 0
  }

  admit(who: { systemId: string; password: string }): number {
    this.binds += 1
    const { bind } = this.faults
    if (bind && this.binds <= bind.first) return bind.status
    const { systemId, password } = this.settings
    const isKnown = systemId === undefined || systemId === who.systemId
    return isKnown && (password === undefined || password === who.password) ? 0 : WRONG_PASSWORD
  }

  async accept(submit: Submit, systemId: string) {
    hear(submit.esmClass, submit.dataCoding, submit.octets)
    this.lastId += 1
    const { validity: _, ...rest } = submit
    const message = { ...rest, id: this.lastId, at: new Date(), systemId }
    await this.journal.accept(message)
    this.telephones.receive(message)

    const { early, late } = this.faults.receipts ?? {}
    if (early && message.wantsReceipt) this.receipts.owe(message)
    return {
      id: inBase(message.id, this.faults.ids?.answer ?? 'decimal'),
      answered: () => {
        if (!early && message.wantsReceipt) this.receipts.owe(message, late)
      },
    }
  }

  bound(session: Session) {
    this.receipts.join(session)
  }

  checked() {
    this.lastCheck = Date.now()
  }

  left(session: Session) {
    this.sessions.delete(session)
    this.receipts.leave(session)
  }

  /** What was accepted before the last kill is shown again, and its receipts are still owed. */
  private remember() {
    for (const message of this.journal.accepted) {
      this.telephones.receive(message)
      this.lastId = Math.max(this.lastId, message.id)
      if (this.journal.told.has(message.id)) this.telephones.tell(message.id)
      else if (message.wantsReceipt) this.receipts.owe(message)
    }
  }

  private async told(message: Accepted) {
    await this.journal.tell(message.id)
    this.telephones.tell(message.id)
  }
}
