import { simpleParser } from 'mailparser'
import { blindIndex } from '#shared/keys'
import { EmailAddress } from '#shared/typed/email_address'
import { oneLine, typedText } from '#shared/typed/typed_text'

/** Characters that are kept of a subject and of the name beside an address. */
const LONGEST = { subject: 300, name: 120 }

/** What is asked of a head; to whom else it went is not. */
export const HEADERS = [
  ...['from', 'subject', 'date', 'message-id', 'return-path', 'content-type'],
  ...['auto-submitted', 'precedence', 'x-autoreply', 'x-autorespond', 'x-auto-reply'],
  ...['list-id', 'list-unsubscribe', 'list-post', 'x-auto-response-suppress'],
]

/** Who sent a mail and about what, as far as it can be read; of strangers' making, all of it. */
export interface Head {
  /** '' where there is none that leads to one mailbox */
  from: string
  name: string
  subject: string
  /** what stands behind a header's name, in small letters; '' where it is absent */
  said(name: string): string
  /** what makes it this mail and no other */
  mark: string
}

/** @param bytes the header's first 64 kB */
export async function readHead(bytes: Buffer): Promise<Head> {
  const mail = await simpleParser(Buffer.concat([bytes, Buffer.from('\r\n\r\n')]))
  const sender = mail.from?.value.flatMap((one) => one.group ?? [one])[0]
  const lines = new Map(mail.headerLines.map(({ key, line }) => [key, valueIn(line)]))
  const said = (name: string) => lines.get(name) ?? ''
  const own = ['message-id', 'from', 'subject', 'date'].map(said)
  return {
    from: EmailAddress.parse(sender?.address ?? '')?.toString() ?? '',
    name: kept(sender?.name, LONGEST.name),
    subject: kept(mail.subject, LONGEST.subject),
    said: (name) => said(name).toLowerCase(),
    mark: own.join('\n'),
  }
}

/** By which a mail is known again, however often the server shows it. */
export function digestOf(authorityId: number, { mark }: Head) {
  return blindIndex('mail', `${authorityId}\n${mark}`)
}

function kept(text: string | undefined, longest: number) {
  return [...oneLine(typedText(text))].slice(0, longest).join('').trim()
}

function valueIn(line: string) {
  return line.slice(line.indexOf(':') + 1).trim()
}
