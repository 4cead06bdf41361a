import env from '#start/env'
import { smtpSecrecy } from '#shared/network/smtp_secrecy'

/** Where TLS begins with the first octet. */
const SECURE_PORT = 993

const host = env.get('IMAP_HOST')
const port = env.get('IMAP_PORT') ?? SECURE_PORT
const user = env.get('IMAP_USERNAME') ?? ''
const pass = env.get('IMAP_PASSWORD') ?? ''

if (host && !(user && pass)) {
  throw new RangeError('IMAP_USERNAME and IMAP_PASSWORD are missing: who reads the mailbox')
}

/** A bureau's mailbox: where it is, whose it is, and from which addresses nothing is a petition. */
export interface ImapSettings {
  host: string
  port: number
  secure: boolean
  /** whether an unsecured connection must become a secure one before anything is said */
  requireTLS: boolean
  user: string
  pass: string
  folder: string
  /** kısa ad of the authority; '' where the installation has one only */
  authority: string
  own: readonly string[]
  /** certificate of an authority of one's own, in PEM; absent: the usual ones */
  ca?: string
}

const settings: ImapSettings | null = host
  ? {
      ...{ host, port, user, pass, secure: port === SECURE_PORT },
      requireTLS: smtpSecrecy(host, port, env.get('IMAP_TLS')).requireTLS,
      folder: env.get('IMAP_FOLDER') || 'INBOX',
      authority: env.get('IMAP_AUTHORITY') ?? '',
      own: [user, env.get('MAIL_FROM_ADDRESS')].filter((one) => one !== undefined),
    }
  : null

/** How the bureau's mailbox is read; null: there is none. */
export default { settings }
