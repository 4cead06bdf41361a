import type { AddressInfo } from 'node:net'
import emitter from '@adonisjs/core/services/emitter'
import { MailManager } from '@adonisjs/mail'
import { SMTPTransport } from '@adonisjs/mail/transports/smtp'
import type { TestContext } from '@japa/runner/core'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

type Cleanup = Pick<TestContext, 'cleanup'>

/** A mail server on this machine that keeps what it is given. */
export async function mailServer({ cleanup }: Cleanup, options: SMTPServerOptions = {}) {
  const letters: string[] = []
  const envelopes: string[][] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', () => {
        letters.push(Buffer.concat(chunks).toString())
        envelopes.push(envelope.rcptTo.map(({ address }) => address))
        done()
      })
    },
    ...options,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanup(() => new Promise((resolve) => server.close(() => resolve(undefined))))
  return { letters, envelopes, port: (server.server.address() as AddressInfo).port }
}

/** What speaks to it over a socket, as the application's own does. */
export function mailerTo({ port, requireTLS }: { port: number; requireTLS?: boolean }) {
  return new MailManager(emitter, {
    default: 'smtp',
    from: { address: 'acik-kapi@kaymakamlik.example', name: 'Açık Kapı' },
    mailers: { smtp: () => new SMTPTransport({ host: '127.0.0.1', port, requireTLS }) },
  })
}
