import { createServer as createPlain, type AddressInfo, type Server, type Socket } from 'node:net'
import { createServer as createTls } from 'node:tls'

import { Admission } from './admission.ts'
import { hear } from './wire/air.ts'
import { Lots, type Faults } from './faults/faults.ts'
import { Figures } from './figures.ts'
import { inBase } from './wire/ids.ts'
import { Journal, type Accepted } from './journal.ts'
import { listening } from './listening.ts'
import { Page } from './page/page.ts'
import { Receipts } from './receipts.ts'
import { Session, type Counter } from './session.ts'
import { Telephones, type Arrival, type ShownMessage } from './telephones.ts'
import { deliverBody, type Submit } from './wire/wire.ts'

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
  /** Called after each bind, message, check, receipt that was told, and end of a session. */
  onChange?: () => void
}

/**
 * An SMS centre (SMS merkezi) for training and tests: takes messages over SMPP, gives receipts, shows
 * what telephones would show. It listens on this machine alone and sends nothing anywhere.
 */
export class SmsCentre implements Counter {
  readonly lots: Lots
  readonly figures = new Figures()

  /** When a sender last asked whether the centre is there, in milliseconds. */
  lastCheck = 0

  private readonly telephones = new Telephones()
  private readonly receipts: Receipts
  private readonly sessions = new Set<Session>()
  private readonly admission: Admission
  private readonly server: Server
  private readonly page: Page | null
  private journal!: Journal
  private lastId = 0
  private hanging: NodeJS.Timeout | null = null

  /** @throws Error in production: a centre that only pretends must not take real messages. */
  constructor(private readonly settings: CentreSettings = {}) {
    if (process.env.NODE_ENV === 'production') {
      throw new RangeError(
        'NODE_ENV: the SMS centre is a simulator and does not start in production'
      )
    }
    this.lots = new Lots(settings.seed ?? 1)
    this.receipts = new Receipts(
      this.lots,
      (message) => this.told(message),
      settings.receiptsAgain ?? 1_000
    )
    this.receipts.faults = this.faults
    this.admission = new Admission(settings)
    const serve = (socket: Socket) => this.serve(socket)
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
    clearTimeout(this.hanging ?? undefined)
    for (const session of this.sessions) session.destroy()
    await new Promise((resolve) => this.server.close(resolve))
    await this.page?.stop()
    await this.journal.close()
  }

  /** What the telephones show, oldest first; of many, the last so many. */
  messages(to?: string, last?: number): ShownMessage[] {
    return this.telephones.messages(to, last)
  }

  /** How many messages the telephones show. */
  get count(): number {
    return this.telephones.count
  }

  /** Each text once, with how often it arrived. */
  arrivals(): Arrival[] {
    return this.telephones.arrivals()
  }

  /** Somebody answers from a telephone; true when a sender was there to hear it. */
  async reply(from: string, to: string, text: string): Promise<boolean> {
    const listener = [...this.sessions].find((session) => session.hasRoom)
    const status = await listener?.deliver(deliverBody({ from, to, esmClass: 0, text, tlvs: [] }))
    return status === 0
  }

  admit(who: { systemId: string; password: string }): number {
    const status = this.admission.welcome(who, this.faults)
    this.figures.binds += 1
    if (status !== 0) this.figures.refused += 1
    this.settings.onChange?.()
    return status
  }

  async accept(submit: Submit, systemId: string) {
    hear(submit.esmClass, submit.dataCoding, submit.octets)
    this.lastId += 1
    const { validity: _, ...rest } = submit
    const message = { ...rest, id: this.lastId, at: new Date(), systemId }
    await this.journal.accept(message)
    this.figures.accepted += 1
    this.telephones.receive(message)
    this.settings.onChange?.()
    const { hang } = this.faults
    if (hang && this.lots.strikes('hang', hang.which)) this.hang(hang.milliseconds)

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
    this.settings.onChange?.()
  }

  left(session: Session) {
    this.sessions.delete(session)
    this.receipts.leave(session)
    this.settings.onChange?.()
    if (session.systemId === null) return
    if (!session.tookLeave) this.figures.lostLinks += 1
    this.admission.left(session.systemId, !session.tookLeave, this.faults)
  }

  /** Reads and says nothing for so long, as a machine that hangs; no connection is closed. */
  hang(milliseconds: number) {
    if (this.hanging) return
    for (const session of this.sessions) session.hang()
    this.hanging = setTimeout(() => {
      this.hanging = null
      for (const session of this.sessions) session.goOn()
    }, milliseconds)
  }

  private serve(socket: Socket) {
    const session = new Session(socket, this)
    this.sessions.add(session)
    if (this.hanging) session.hang()
  }

  /** What was accepted before the last kill is shown again, and its receipts are still owed. */
  private remember() {
    this.figures.accepted = this.journal.accepted.length
    this.figures.told = this.journal.told.size
    for (const message of this.journal.accepted) {
      this.telephones.receive(message)
      this.lastId = Math.max(this.lastId, message.id)
      if (this.journal.told.has(message.id)) this.telephones.tell(message.id)
      else if (message.wantsReceipt) this.receipts.owe(message)
    }
  }

  private async told(message: Accepted) {
    await this.journal.tell(message.id)
    this.figures.told += 1
    this.telephones.tell(message.id)
    this.settings.onChange?.()
  }
}
