import { buffer } from 'node:stream/consumers'
import { ImapFlow } from 'imapflow'
import type { ImapSettings } from '#config/imap'
import { NoFolder } from './fault.ts'
import { HEADERS } from './reading/head.ts'
import type { Part } from './reading/parts.ts'

/** Bytes of a header that are read, and of anything that the server says at once. */
const HEAD = 64 * 1024
const AT_ONCE = 4 * 1024 * 1024
/** Parts of all that a server says of one mail; each takes a hundred bytes of memory. */
const TOKENS = 100_000
/** Milliseconds without a word from the server. */
const PATIENCE = 30_000

/** A mail that waits in the mailbox, and what is known of it without opening it. */
export type Waiting = NonNullable<Awaited<ReturnType<MailServer['look']>>>

/** The server of a mailbox (IMAP, RFC 9051), a piece at a time: no mail is ever whole in memory. */
export class MailServer {
  /** @throws what `faultOf` has a word for */
  static async open(settings: ImapSettings) {
    const { host, port, secure, requireTLS, user, pass, folder, ca } = settings
    const client = new ImapFlow({
      ...{ host, port, secure, auth: { user, pass }, logger: false, disableAutoIdle: true },
      ...(requireTLS && { doSTARTTLS: true }),
      ...(ca && { tls: { ca } }),
      ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: PATIENCE },
      ...{ maxLiteralSize: AT_ONCE, maxLineLength: AT_ONCE, maxResponseTokens: TOKENS },
    })
    // Whoever waits for an answer hears of it as well; without anybody the process would end.
    client.on('error', () => {})
    await client.connect()
    try {
      await client.mailboxOpen(folder)
    } catch (error) {
      await client.logout()
      throw new NoFolder('not opened', { cause: error })
    }
    return new MailServer(client)
  }

  private constructor(private readonly client: ImapFlow) {}

  /** Whether it still answers: what failed otherwise, failed for the mail’s own sake. */
  get isThere() {
    return this.client.usable
  }

  /** Two of them say that the server counts anew. */
  get uidValidity() {
    return String(this.#box.uidValidity)
  }

  /** Numbers of what came after that one, the first one first. */
  async after(uid: number) {
    if (this.#box.uidNext <= uid + 1) return []
    const found = await this.client.search({ uid: `${uid + 1}:*` }, { uid: true })
    // Of nothing behind it, the last one is the answer.
    return (found || []).filter((one) => one > uid).sort((one, other) => one - other)
  }

  /** Null where it is gone. */
  async look(uid: number) {
    const query = {
      ...{ uid: true, size: true, internalDate: true, bodyStructure: true },
      headers: [...HEADERS],
    }
    const found = await this.client.fetchOne(String(uid), query, { uid: true })
    if (!found) return null
    const { headers = Buffer.alloc(0), internalDate, bodyStructure } = found
    const read = headers.subarray(0, HEAD)
    return { uid, headers: read, arrivedAt: new Date(internalDate ?? ''), structure: bodyStructure }
  }

  /** What stands in one part, as it was before it was encoded for the way. */
  async bytes(uid: number, part: Part, maxBytes: number) {
    return buffer(await this.stream(uid, part, maxBytes))
  }

  async stream(uid: number, { id }: Part, maxBytes: number) {
    const options = { uid: true, maxBytes, decodeText: false }
    const { content } = await this.client.download(String(uid), id, options)
    if (!content) throw new Error('the part is not there')
    return content
  }

  /** So that people see in the mailbox what is taken in. Done again as long as it is not. */
  async mark(upTo: number) {
    if (upTo === 0) return
    const those = { uid: `1:${upTo}`, seen: false }
    await this.client.messageFlagsAdd(those, ['\\Seen'], { uid: true })
  }

  async close() {
    if (this.client.usable) await this.client.logout().catch(() => {})
    this.client.close()
  }

  get #box() {
    const { mailbox } = this.client
    if (!mailbox) throw new NoFolder('closed')
    return mailbox
  }
}
