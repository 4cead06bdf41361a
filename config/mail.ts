import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig, transports } from '@adonisjs/mail'
import type { InferMailers } from '@adonisjs/mail/types'
import { smtpSecrecy } from '#shared/network/smtp_secrecy'

const host = env.get('SMTP_HOST') ?? '127.0.0.1'
const port = env.get('SMTP_PORT') ?? 25
const user = env.get('SMTP_USERNAME')
const pass = env.get('SMTP_PASSWORD')

const from = env.get('MAIL_FROM_ADDRESS')
if (env.get('MAIL_MAILER') === 'smtp' && !from && app.inProduction) {
  throw new RangeError('MAIL_FROM_ADDRESS is missing: from whom e-mails come')
}

const mailConfig = defineConfig({
  default: 'smtp',
  from: { address: from ?? 'acik-kapi@localhost', name: 'Açık Kapı' },
  mailers: {
    smtp: transports.smtp({
      host,
      port,
      ...smtpSecrecy(host, port, env.get('SMTP_TLS')),
      // Milliseconds; the library waits up to ten minutes for a server that says nothing.
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      ...(user && pass ? { auth: { type: 'login' as const, user, pass } } : {}),
    }),
  },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
