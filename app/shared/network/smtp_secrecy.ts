import { isLoopback } from './loopback.ts'

/** Where TLS begins with the first octet; elsewhere it begins with STARTTLS. */
const SECURE_PORT = 465

/**
 * How a mail server is spoken to: another machine with TLS and no other way, unless the settings say
 * otherwise in so many words. The password and the citizens' addresses travel there.
 *
 * @param said SMTP_TLS, IMAP_TLS
 */
export function smtpSecrecy(host: string, port: number, said?: boolean) {
  const secure = port === SECURE_PORT
  const mustBe = said ?? !isLoopback(host)
  return { secure, requireTLS: mustBe && !secure }
}
