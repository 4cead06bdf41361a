import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { SMTPServerOptions } from 'smtp-server'
import env from '#start/env'
import { Petition } from '#intake'
import { Officer } from '#organisation'
import { Forwarding } from '#routing'
import { transaction } from '#shared/database/transaction'
import { smtpSecrecy } from '#shared/network/smtp_secrecy'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { details } from '#tests/support/petitions'
import { MailTransport } from '../../../../app/notification/transport/mail_transport.ts'
import { Dispatcher } from '../../../../app/notification/dispatch/dispatcher.ts'
import { Message } from '../../../../app/notification/models/message.ts'
import { MessageTemplate } from '../../../../app/notification/models/message_template.ts'
import { Outbox } from '../../../../app/notification/outbox/outbox.ts'
import { Route } from '../../../../app/notification/dispatch/route.ts'
import { CitizenText } from '../../../../app/notification/templates/citizen_text.ts'
import { mailerTo, mailServer } from '#tests/support/mail/sink'
import { becomes } from '#tests/support/notification/dispatching'

const EMAIL = 'ayse@ornek.example'

function openMail(to: Parameters<typeof mailerTo>[0], { cleanup }: TestContext, log?: Spy) {
  const dispatcher = new Dispatcher({
    transport: new MailTransport(mailerTo(to), log),
    outbox: new Outbox(new Route('email', 'mail')),
  })
  dispatcher.start()
  cleanup(() => dispatcher.stop())
}

class Spy {
  readonly lines: string[] = []
  info = (data: object, message: string) => this.#note(data, message)
  warn = this.info
  error = this.info

  #note(data: object, message: string) {
    this.lines.push(JSON.stringify({ ...data, message }))
  }
}

async function receivedBy(email: string) {
  const { petition, secret } = await Petition.receive(details({ email }))
  return { petition, secret, message: await Message.findByOrFail('petitionId', petition.id) }
}

function decoded(letter: string) {
  const body = letter.slice(letter.indexOf('\r\n\r\n') + 4)
  if (/base64/i.test(letter)) return Buffer.from(body, 'base64').toString()
  const octets = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(octets, 'latin1').toString()
}

test.group('E-mail', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
    env.set('MAIL_MAILER', 'smtp')
    return () => env.set('MAIL_MAILER', 'none')
  })

  test('brings number and code to whoever left an address', async (context) => {
    const { assert } = context
    const server = await mailServer(context)
    openMail(server, context)
    const { petition, secret, message } = await receivedBy(EMAIL)
    const sent = await becomes('sent', message)
    const [letter] = server.letters
    assert.match(letter!, /^From: .*acik-kapi@kaymakamlik\.example/m)
    assert.match(letter!, /^To: ayse@ornek\.example/m)
    assert.include(decoded(letter!), petition.shownNumber)
    assert.include(decoded(letter!), secret.text)
    assert.notInclude(decoded(letter!), 'Ayşe')
    assert.isNull(sent.sealed)
    assert.isNull(sent.nextAt, 'nobody gives a receipt for an e-mail')
  })

  test('says what the bureau chief made of it, in subject and text', async (context) => {
    const { assert, cleanup } = context
    const officer = await Officer.findByOrFail('login', 'sef')
    const text = CitizenText.find({ event: 'received', channel: 'email', locale: 'tr' })!
    const wording = { subject: 'No {number}', text: "Edremit'ten {secret},\nNo {number}" }
    await MessageTemplate.word(text, wording, false, { officer, seen: 0 })
    cleanup(() => MessageTemplate.forget())

    const server = await mailServer(context)
    openMail(server, context)
    const { petition, secret, message } = await receivedBy(EMAIL)
    await becomes('sent', message)
    const [letter] = server.letters
    assert.include(letter, `Subject: No ${petition.shownNumber}`)
    const said = decoded(letter!).replaceAll('\r\n', '\n').trim()
    assert.equal(said, `Edremit'ten ${secret.text},\nNo ${petition.shownNumber}`)
  })

  test('encloses the letter with which a petition is forwarded', async (context) => {
    const { assert } = context
    const server = await mailServer(context)
    openMail(server, context)
    const masa = await (await Officer.findByOrFail('login', 'masa')).loadRoles()
    const { petition } = await Petition.receive(details())
    const body = (await district()).unitByCode('BEL')!
    await Forwarding.make(petition, body, masa, { documentNumber: 'E-1', text: null })
    await transaction((trx) => {
      const { authorityId, id: petitionId, shownNumber: number } = petition
      const message = { authorityId, petitionId, stepId: null, locale: 'tr', secret: null }
      const to = { event: 'outsideLetter', channel: 'email', recipient: EMAIL } as const
      const placeholders = { number, dueOn: null, office: 'Edremit Kaymakamlığı' }
      return Message.queue([{ ...message, ...to, placeholders }], trx)
    })
    await becomes('sent', await Message.findByOrFail('event', 'outsideLetter'))
    const [letter] = server.letters
    assert.match(letter!, /filename="?basvuru-\d{10}\.pdf/)
    const [, packed] = /application\/pdf[^]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(letter!)!
    const pdf = Buffer.from(packed!, 'base64')
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
    assert.isBelow(pdf.length, 60_000)
  })

  test('is not tried again for an address that the server refuses', async (context) => {
    const { assert } = context
    const log = new Spy()
    const refuse: SMTPServerOptions['onRcptTo'] = ({ address }, _, done) =>
      done(Object.assign(new Error(`no mailbox ${address}`), { responseCode: 550 }))
    openMail(await mailServer(context, { onRcptTo: refuse }), context, log)
    const { message } = await receivedBy(EMAIL)
    const rejected = await becomes('rejected', message)
    assert.equal(rejected.fault, 'smtp_550')
    assert.isNotNull(rejected.missedAt)
    assert.isNotEmpty(log.lines)
    assert.notInclude(log.lines.join(), 'ornek.example')
  })

  test('waits when the server is full, or is not there', async (context) => {
    const { assert } = context
    const full: SMTPServerOptions['onRcptTo'] = (_, __, done) =>
      done(Object.assign(new Error('mailbox full'), { responseCode: 452 }))
    openMail(await mailServer(context, { onRcptTo: full }), context)
    const waiting = await becomes('waiting', (await receivedBy(EMAIL)).message)
    assert.equal(waiting.fault, 'smtp_452')
    assert.equal(waiting.attempts, 1)
  })

  test('waits when nobody listens', async (context) => {
    openMail({ port: 1 }, context)
    const waiting = await becomes('waiting', (await receivedBy(EMAIL)).message)
    context.assert.equal(waiting.fault, 'esocket')
  })

  test('leaves for another machine with TLS and no other way, unless the settings say so', async (context) => {
    const { assert } = context
    assert.deepEqual(smtpSecrecy('posta.example', 587), { secure: false, requireTLS: true })
    assert.deepEqual(smtpSecrecy('posta.example', 465), { secure: true, requireTLS: false })
    assert.deepEqual(smtpSecrecy('posta.example', 25, false), {
      secure: false,
      requireTLS: false,
    })
    assert.deepEqual(smtpSecrecy('127.0.0.1', 25), { secure: false, requireTLS: false })
    assert.deepEqual(smtpSecrecy('127.0.0.1', 25, true), { secure: false, requireTLS: true })

    const server = await mailServer(context)
    openMail({ ...server, ...smtpSecrecy('posta.example', 25) }, context)
    const waiting = await becomes('waiting', (await receivedBy(EMAIL)).message)
    assert.isEmpty(server.letters)
    assert.equal(waiting.attempts, 1)
  })

  test('that was still waiting when e-mail was switched off is not sent', async (context) => {
    const dispatcher = new Dispatcher({
      transport: new MailTransport(null),
      outbox: new Outbox(new Route('email', 'mail')),
    })
    const { message } = await receivedBy(EMAIL)
    dispatcher.start()
    context.cleanup(() => dispatcher.stop())
    context.assert.equal((await becomes('suppressed', message)).words, 'mailOff')
  })
})
