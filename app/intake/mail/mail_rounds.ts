import { randomUUID } from 'node:crypto'
import imap, { type ImapSettings } from '#config/imap'
import { Rounds } from '#shared/rounds'
import { MailAccount } from '../models/mail_account.ts'
import { accountOf, authorityOf } from './account_of.ts'
import { faultOf, NotKept } from './fault.ts'
import { MailServer } from './mail_server.ts'
import { takeIn } from './taking_in.ts'

/** Milliseconds between two looks. */
const ROUND = 60_000
/** Mails of one round; the others come with the next one. */
const A_ROUND = 50

interface Log {
  info(data: object, message: string): void
  error(data: object, message: string): void
}

/** Looks into the bureau's mailbox again and again. Several processes may; one of them reads. */
export class MailRounds {
  readonly #rounds = new Rounds(() => this.round(), ROUND)
  readonly #holder = randomUUID()

  constructor(
    private readonly log: Log,
    private readonly settings: ImapSettings | null = imap.settings
  ) {}

  start() {
    if (this.settings) this.#rounds.start()
  }

  stop() {
    return this.#rounds.stop()
  }

  /** What cannot be read is written down for the IT officer, with a word and nothing else. */
  async round() {
    const { settings } = this
    if (!settings) return
    try {
      const authority = await authorityOf(settings)
      if (!authority) return this.#trouble(new RangeError('IMAP_AUTHORITY names no authority'))
      const account = await MailAccount.of(authority.id, accountOf(settings))
      if (!(await account.isHeldBy(this.#holder))) return
      await this.#look(settings, account).finally(() => account.release(this.#holder))
    } catch (error) {
      this.#trouble(error)
    }
  }

  async #look(settings: ImapSettings, account: MailAccount) {
    let server: MailServer | null = null
    try {
      server = await MailServer.open(settings)
      await account.isNumbered(server.uidValidity)
      const waiting = await this.#takeIn(server, account, settings.own)
      await server.mark(account.uid)
      await account.looked(waiting)
    } catch (error) {
      if (error instanceof NotKept) await account.notTried()
      await account.failed(faultOf(error))
      this.#trouble(error)
    } finally {
      await server?.close()
    }
  }

  /** @returns how many wait for the next round */
  async #takeIn(server: MailServer, account: MailAccount, own: readonly string[]) {
    const uids = await server.after(account.uid)
    let done = 0
    for (const uid of uids.slice(0, A_ROUND)) {
      if (this.#rounds.isEnding || !(await account.isHeldBy(this.#holder))) break
      await takeIn({ uid }, server, account, own)
      await account.refresh()
      done += 1
    }
    if (done > 0) this.log.info({ mails: done }, 'Mails taken in')
    return uids.length - done
  }

  /** A server's own words may name who wrote, and what. */
  #trouble(error: unknown) {
    this.log.error({ fault: faultOf(error) }, 'The mailbox could not be read')
  }
}
