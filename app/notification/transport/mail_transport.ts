import { letterOfPetition } from '#routing'
import { type Log, type Outcome, SILENT } from '#sms'
import { LAST_WORDS, type Transport } from './transport.ts'
import type { Message } from '../models/message.ts'
import { letter, asOfNow } from '../templates/rendering.ts'

/** The part of @adonisjs/mail that is needed. */
export interface Mailer {
  send(compose: (mail: Letter) => void): Promise<unknown>
}

interface Letter {
  to(address: string): this
  subject(text: string): this
  text(text: string): this
  header(name: string, value: string): this
  attachData(content: Buffer, options: { filename: string; contentType: string }): this
}

/** Connections to the mail server at once. */
const WINDOW = 2

/** E-posta: the house's own mail server. It tells whether it took a letter, never whether it arrived. */
export class MailTransport implements Transport {
  readonly name = 'mail'
  readonly channel = 'email'

  #isOpen = false
  #underWay = new Set<Promise<void>>()

  constructor(
    /** Null: e-mail is switched off; what still waits is not sent. */
    private readonly mailer: Mailer | null,
    private readonly log: Log = SILENT
  ) {}

  get free() {
    return this.#isOpen ? WINDOW - this.#underWay.size : 0
  }

  async room() {
    while (this.#isOpen && this.free === 0) await Promise.race(this.#underWay)
  }

  start() {
    this.#isOpen = true
  }

  async drain() {
    this.#isOpen = false
    const { promise: tooLong, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, LAST_WORDS)
    await Promise.race([Promise.all(this.#underWay), tooLong])
    clearTimeout(timer)
  }

  async send(message: Message, settle: (outcome: Outcome) => Promise<void>) {
    const sending = this.#send(message).then(settle)
    this.#underWay.add(sending)
    try {
      await sending
    } finally {
      this.#underWay.delete(sending)
    }
  }

  async #send(message: Message): Promise<Outcome> {
    if (!this.mailer) return { kind: 'permanent', status: 'mail_off' }
    const { subject, text } = letter(asOfNow(message))
    const to = message.recipient
    try {
      const enclosed = await enclosedIn(message)
      await this.mailer.send((mail) => {
        const written = mail.to(to).subject(subject).text(text)
        if (enclosed) written.attachData(enclosed.pdf, enclosed.as)
        for (const [name, value] of Object.entries(byMachine(message))) written.header(name, value)
      })
      return { kind: 'sent', ids: [] }
    } catch (error) {
      return this.#refused(error, message)
    }
  }

  /** The server's own words name the recipient: only its code is kept. */
  #refused(error: unknown, { id }: Message): Outcome {
    const { code, responseCode } = (error ?? {}) as { code?: string; responseCode?: number }
    const status = responseCode ? `smtp_${responseCode}` : (code ?? 'smtp').toLowerCase()
    this.log.warn({ reference: String(id), status }, 'E-mail refused')
    const aboutTheLetter = code === 'EENVELOPE' || code === 'EMESSAGE'
    const forGood = aboutTheLetter && responseCode !== undefined && responseCode >= 500
    return { kind: forGood ? 'permanent' : 'temporary', status }
  }
}

/** What goes with an e-mail: made as it leaves. */
async function enclosedIn({ event, petitionId }: Message) {
  if (event !== 'outsideLetter') return null
  const made = await letterOfPetition(petitionId!)
  if (!made) throw new Error('a letter without a forwarding')
  const as = { filename: `basvuru-${made.number}.pdf`, contentType: 'application/pdf' }
  return { pdf: made.pdf, as }
}

/** That nobody's machine may answer: two that answer each other never end (RFC 3834, 5). */
function byMachine({ event }: Message) {
  const submitted = event === 'mailArrived' ? 'auto-replied' : 'auto-generated'
  return { 'Auto-Submitted': submitted, 'X-Auto-Response-Suppress': 'All' }
}
