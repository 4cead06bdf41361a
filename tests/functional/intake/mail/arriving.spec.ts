import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import env from '#start/env'
import keptFor from '#config/retention'
import { RETENTIONS } from '#start/retentions'
import { AttachmentRounds } from '#intake'
import { Message } from '#notification'
import { Housekeeping } from '#shared/database/housekeeping'
import { emptied } from '#tests/support/database'
import { PDF, photo, withFilesFolder } from '#tests/support/files'
import { withMailbox } from '#tests/support/mail/mailbox'
import { written } from '#tests/support/mail/written'
import { Dovecot } from '#tests/support/programs/dovecot'
import { Mail } from '../../../../app/intake/models/mail.ts'
import { MailAccount } from '../../../../app/intake/models/mail_account.ts'

const SILENT = { info() {}, error() {} }

test.group('What arrives at the mailbox', (group) => {
  emptied(group)
  withFilesFolder(group)
  const mailbox = withMailbox(group)
  group.each.skip(!Dovecot.isInstalled, Dovecot.MISSING)

  test('becomes a proposal once, with its files, and is marked as seen afterwards', async ({
    assert,
  }) => {
    const { server } = mailbox
    const files = [
      { name: 'foto.jpg', content: await photo(), type: 'image/jpeg' },
      { name: 'dilekçe.pdf', content: PDF },
      { name: 'arsiv.zip', content: Buffer.from('PK\u0003\u0004hiç açılmaz') },
    ]
    server.deliver(written({ files }), new Date(Date.now() - 86_400_000 * 3))
    server.deliver(written({ text: 'İkinci mektup.' }))
    await mailbox.look()
    await mailbox.look()

    const [first, second, ...more] = await Mail.query().orderBy('id')
    assert.lengthOf(more, 0)
    assert.include(
      { ...first!.$attributes },
      {
        state: 'proposed',
        sender: 'ayse@ornek.example',
        name: 'Ayse Deneme',
        subject: 'Sokak lambasi',
      }
    )
    assert.include(first!.text, 'lambaları bir haftadır')
    assert.equal(second!.text, 'İkinci mektup.')
    assert.approximately(first!.arrivedAt.diffNow('days').days, -3, 0.1)
    assert.deepEqual([...first!.leftBehind], [{ name: 'arsiv', fault: 'kind' }])
    const kept = await db.from('attachments').where('holder', first!.holder).orderBy('position')
    assert.deepEqual(
      kept.map(({ name, state }) => [name, state]),
      [
        ['foto', 'ready'],
        ['dilekçe', 'ready'],
      ]
    )
    assert.deepEqual(server.flags, ['S', 'S'])
    assert.equal(await countOf('petitions'), 0)
    const row = await db.from('mails').first()
    for (const sealed of ['sender', 'name', 'subject', 'text']) {
      assert.notMatch(row[sealed], /ayse|Sokak/i)
    }
  })

  test('stays with the desk longer than the files of a form', async ({ assert }) => {
    mailbox.server.deliver(written({ files: [{ name: 'a.pdf', content: PDF }] }))
    await mailbox.look()
    await db.from('attachments').update({ created_at: '2020-01-01 00:00:00' })
    await new AttachmentRounds(SILENT).round()
    assert.equal(await countOf('attachments'), 1)
  })

  test('is told to its sender once, never with what they wrote, three times a day at most', async ({
    assert,
  }) => {
    env.set('MAIL_MAILER', 'smtp')
    try {
      for (let count = 0; count < 5; count++) mailbox.server.deliver(written())
      mailbox.server.deliver(written(), new Date(Date.now() - 86_400_000 * 3))
      mailbox.server.deliver(
        written({ from: 'b@ornek.example', headers: { 'X-Auto-Response-Suppress': 'All' } })
      )
      await mailbox.look()
      const told = await Message.query()
      assert.deepEqual(
        told.map(({ event, channel, recipient, petitionId }) => [
          ...[event, channel, recipient, petitionId],
        ]),
        Array.from({ length: 3 }, () => ['mailArrived', 'email', 'ayse@ornek.example', null])
      )
    } finally {
      env.set('MAIL_MAILER', 'none')
    }
  })

  test('makes no proposal where a machine made it, and says why', async ({ assert }) => {
    const made: [string, Record<string, string>, string?][] = [
      ['own', {}, 'BURO@kurum.example'],
      ['bounce', { 'Return-Path': '<>' }],
      ['bounce', { 'Content-Type': 'multipart/report; boundary=x' }],
      ['bounce', {}, 'MAILER-DAEMON@kurum.example'],
      ['automatic', { 'Auto-Submitted': 'auto-replied' }],
      ['automatic', { 'X-Autoreply': 'yes' }],
      ['automatic', { Precedence: 'bulk' }],
      ['list', { 'List-Unsubscribe': '<https://ornek.example>' }],
      ['list', { 'List-Id': '<haber.ornek.example>' }],
    ]
    for (const [, headers, from = 'a@ornek.example'] of made) {
      mailbox.server.deliver(written({ from, headers }))
    }
    mailbox.server.deliver(written({ headers: { 'Auto-Submitted': 'no' } }))
    await mailbox.look()
    const mails = await Mail.query().orderBy('id')
    assert.deepEqual(
      mails.map(({ state, reason }) => [state, reason]),
      [...made.map(([reason]) => ['ignored', reason]), ['proposed', null]]
    )
    const account = await MailAccount.firstOrFail()
    assert.deepEqual(account.counts, { own: 1, bounce: 3, automatic: 3, list: 2 })
    assert.equal(await countOf('messages'), 1)
  })

  test('is there once where the server numbers anew, or two processes look', async ({ assert }) => {
    for (const text of ['bir', 'iki', 'üç']) mailbox.server.deliver(written({ text }))
    await Promise.all([mailbox.look(), mailbox.look(), mailbox.look()])
    assert.equal(await countOf('mails'), 3)
    await mailbox.server.renumber()
    await mailbox.look()
    mailbox.server.deliver(written({ text: 'dört' }))
    await mailbox.look()
    assert.equal(await countOf('mails'), 4)
    assert.equal(await countOf('messages'), 3)
  })

  test('is taken in later where the house could not, and nothing is lost', async ({ assert }) => {
    const folder = env.get('FILES_FOLDER')
    const files = [{ name: 'a.pdf', content: PDF }]
    mailbox.server.deliver(written({ files }))
    env.set('FILES_FOLDER', join(folder!, 'dosya'))
    writeFileSync(join(folder!, 'dosya'), 'klasör değil')
    for (let count = 0; count < 5; count++) await mailbox.look()
    const account = await MailAccount.firstOrFail()
    assert.equal(account.fault, 'disk')
    assert.equal(await countOf('mails'), 0)
    assert.deepEqual(mailbox.server.flags, [''])
    env.set('FILES_FOLDER', folder)
    await mailbox.look()
    const mail = await Mail.firstOrFail()
    assert.deepEqual([Boolean(mail.isUnread), mail.leftBehind.length], [false, 0])
    assert.equal(await countOf('attachments'), 1)
    assert.isNull((await account.refresh()).fault)
  })

  test('keeps no other mail waiting where it was begun three times without an end', async ({
    assert,
  }) => {
    mailbox.server.deliver(written())
    await mailbox.look()
    mailbox.server.deliver(written())
    mailbox.server.deliver(written({ text: 'Sıradaki.' }))
    const { uid } = await MailAccount.firstOrFail()
    await MailAccount.query().update({ trying: uid + 1, tries: 3 })
    await mailbox.look()
    const [, first, second] = await Mail.query().orderBy('id')
    assert.deepEqual(
      [Boolean(first!.isUnread), first!.state, first!.text],
      [true, 'proposed', null]
    )
    assert.equal(second!.text, 'Sıradaki.')
  })

  test('says with a word why the mailbox cannot be read, and since when', async ({ assert }) => {
    const said: object[] = []
    const log = { info() {}, error: (data: object) => void said.push(data) }
    await mailbox.look({ pass: 'yanlis-parola' }, log)
    const account = await MailAccount.firstOrFail()
    assert.equal(account.fault, 'login')
    const since = account.faultySince!
    await mailbox.look({ pass: 'yanlis-parola' }, log)
    assert.equal(+(await account.refresh()).faultySince!, +since)
    await mailbox.look({ folder: 'YOK' }, log)
    assert.equal((await account.refresh()).fault, 'folder')
    await mailbox.look({ ca: undefined }, log)
    assert.equal((await account.refresh()).fault, 'secrecy')
    await mailbox.look({ port: 1 }, log)
    assert.equal((await account.refresh()).fault, 'connect')
    assert.notInclude(JSON.stringify(said), 'parola')
    assert.deepEqual(
      said.map((one) => Object.keys(one)),
      Array.from({ length: 5 }, () => ['fault'])
    )
    await mailbox.look({}, log)
    assert.isNull((await account.refresh()).fault)
  })

  test('goes thirty days after it was decided, with its files, and never before', async ({
    assert,
  }) => {
    mailbox.server.deliver(written({ files: [{ name: 'a.pdf', content: PDF }] }))
    mailbox.server.deliver(written())
    await mailbox.look()
    await db.from('mails').update({ created_at: '2020-01-01 00:00:00' })
    const [first] = await Mail.query().orderBy('id')
    await db.from('mails').where('id', first!.id).update({ state: 'refused', reason: 'spam' })
    await new Housekeeping(RETENTIONS, keptFor, SILENT, 0).round()
    assert.deepEqual(
      (await Mail.query()).map(({ state }) => state),
      ['proposed']
    )
    assert.equal(await countOf('attachments'), 0)
  })
})

async function countOf(table: string) {
  const [{ count }] = await db.from(table).count('* as count')
  return Number(count)
}
