import { SILENT, type Log } from '../log.ts'
import { SmsText, type Alphabet, type Part, type TextOptions } from '../encoding/sms_text.ts'
import { spelt } from '../encoding/alphabets.ts'
import { type AnswerPatterns } from '../http/answers.ts'
import { HttpSession, type HttpPart, type HttpSessionSettings } from '../http/session.ts'
import { newId } from '../receipts/message_id.ts'
import { SessionGateway, type Signed } from './session_gateway.ts'

export interface KannelSettings extends HttpSessionSettings, Pick<TextOptions, 'suffix'> {
  name: string
  /** Of sendsms: `http://127.0.0.1:13013/cgi-bin/sendsms`. */
  url: string
  username: string
  password: string
  sender: string
  alphabet: Exclude<Alphabet, 'single'>
  /** Which of its operators Kannel shall use; absent: as it likes. */
  smsc?: string
  /** Where Kannel reports to, the secret included. */
  reportTo: string
}

/** Everything: delivered, undeliverable, buffered, accepted and rejected by the operator. */
const ALL_REPORTS = '31'

/** A letter of the header, the only place where a text of Kannel's has raw octets. */
const WITH_HEADER = 0x40
const UCS2_CODING = 0x08

/** As smsbox.c of 1.4.5 says them; its "not routable" may be over when the operator is back. */
const PATTERNS: AnswerPatterns = {
  configuration: /^403 (Authorization failed)/,
  permanent: /^40[03] (Missing|Empty|\w+ field misformed|Number\(s\) has\/have been denied)/,
  success: /^202 /,
  temporary: /^(?:403|404|5\d\d) (Not routable|Temporal failure|Sending failed|Unknown error)/,
}

/**
 * Kannel, the free SMS gateway, reached by its sendsms. Tried with 1.4.5 and a telephone behind it:
 *
 * - The Turkish single shift cannot pass. Kannel turns every escape of a text into "?" before the
 *   operator's own settings (`alt-charset`) are even asked; as `coding=1` the text passes, but with
 *   the data coding of pictures and ring tones, which no telephone shows.
 * - The Turkish locking shift passes, in one part: Kannel writes a text in the default alphabet, one
 *   septet a letter, and the header in `udh` makes the telephone read the same septets as Turkish. So
 *   each septet is sent as the letter that the default alphabet has in its place: ş as æ, ı as ì.
 * - `coding=2` passes whatever the letters, in parts of seventy.
 *
 * Long texts go part by part with our own headers: each has a receipt, and Kannel never cuts.
 *
 * It takes a text under any sender name and asks the operator afterwards: that a name is not registered
 * is reported of each such text (16, rejected), too late to send it under another.
 */
export class KannelGateway extends SessionGateway<HttpPart> {
  private reference = Math.floor(Math.random() * 256)

  /** @throws RangeError for a sender name that no operator registers. */
  constructor(
    private readonly settings: KannelSettings,
    log: Log = SILENT
  ) {
    const { hostname: host } = new URL(settings.url)
    super({ ...settings, host }, new HttpSession(settings, PATTERNS, log), log)
  }

  protected parts(sms: Signed): HttpPart[] {
    const { alphabet, suffix } = this.settings
    this.reference = (this.reference + 1) % 256
    const { parts } = SmsText.encode(sms.text, { alphabet, suffix, reference: this.reference })
    return parts.map((part) => this.part(part, sms))
  }

  private part(part: Part, { to, sender, expiresAt }: Signed): HttpPart {
    const { url, username, password, smsc, reportTo } = this.settings
    const id = newId()
    const query = [
      ['username', username],
      ['password', password],
      ['from', sender],
      ['to', to.slice(1)],
      ['smsc', smsc],
      ['validity', expiresAt && String(minutesUntil(expiresAt))],
      ['dlr-mask', ALL_REPORTS],
      ['dlr-url', `${reportTo}?id=${id}&state=%d&answer=%A`],
    ].flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : []))
    const address = new URL(url)
    address.search = [...query, ...textOf(part)].join('&')
    return { id, request: { method: 'GET', url: address } }
  }
}

/** The part in the words of sendsms. */
function textOf({ body, esmClass, dataCoding }: Part): string[] {
  const end = esmClass & WITH_HEADER ? body[0]! + 1 : 0
  const udh = end > 0 ? [`udh=${octets(body.subarray(0, end))}`] : []
  const text = body.subarray(end)
  if (dataCoding === UCS2_CODING) {
    return [...udh, 'coding=2', 'charset=UTF-16BE', `text=${octets(text)}`]
  }
  return [...udh, 'coding=0', 'charset=UTF-8', `text=${encodeURIComponent(spelt(text))}`]
}

function octets(raw: Buffer): string {
  return raw.toString('hex').replace(/../g, '%$&')
}

function minutesUntil(expiresAt: Date): number {
  return Math.max(1, Math.ceil((expiresAt.getTime() - Date.now()) / 60_000))
}
