import { once } from 'node:events'
import env from '#start/env'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { Message } from '#notification'
import { emptied } from '#tests/support/database'
import { PDF, photo, withFilesFolder } from '#tests/support/files'
import { freePort } from '#tests/support/free_port'
import { heldLine } from '#tests/support/mail/held_line'
import { withMailbox } from '#tests/support/mail/mailbox'
import { written } from '#tests/support/mail/written'
import { startWorker } from '#tests/support/notification/worker_process'
import { Dovecot, MAILBOX } from '#tests/support/programs/dovecot'
import { Mail } from '../../../../app/intake/models/mail.ts'

const [FIRST, SECOND] = ['Birinci mektup.', 'İkinci mektup.']

/** Where the process ends: the word that it says for the n-th time, and what was taken in by then. */
const MOMENTS = [
  ['while the second file of the first mail is fetched', /PEEK\[3\]/, 1, []],
  ['between the row of the first mail and the second mail', /INTERNALDATE/, 2, [FIRST]],
  ['between the rows and the mark on the server', /UID STORE/, 1, [FIRST, SECOND]],
] as const

test.group('A process that is killed while it reads the mailbox', (group) => {
  emptied(group)
  const filesIn = withFilesFolder(group)
  const mailbox = withMailbox(group)
  group.each.skip(!Dovecot.isInstalled, Dovecot.MISSING)

  /** `node ace worker`, killed as soon as it has said the word so often. */
  async function killedAt(word: RegExp, times: number, context: TestContext) {
    const line = await heldLine(mailbox.server.port, word, { ...context, times })
    const unused = await freePort()
    const { child, said } = startWorker({ port: unused }, context, {
      ...{ SMS_GATEWAYS: 'log', MAIL_MAILER: 'smtp', SMTP_PORT: String(unused) },
      ...{ IMAP_HOST: '127.0.0.1', IMAP_PORT: String(line.port), IMAP_TLS: 'false' },
      ...{ IMAP_USERNAME: MAILBOX.user, IMAP_PASSWORD: MAILBOX.password },
      FILES_FOLDER: env.get('FILES_FOLDER')!,
    })
    const gone = once(child, 'exit')
    await Promise.race([line.held, gone.then(() => Promise.reject(new Error(said.join(''))))])
    child.kill('SIGKILL')
    await gone
  }

  for (const [when, word, times, before] of MOMENTS) {
    test(`${when} loses nothing and does nothing twice`, async (context) => {
      const { assert, cleanup } = context
      const files = [
        { name: 'foto.jpg', content: await photo(), type: 'image/jpeg' },
        { name: 'dilekce.pdf', content: PDF },
      ]
      mailbox.server.deliver(written({ text: FIRST, files }))
      mailbox.server.deliver(written({ text: SECOND, from: 'b@ornek.example' }))
      await killedAt(word, times, context)

      const texts = async () => (await Mail.query().orderBy('id')).map(({ text }) => text?.trim())
      assert.deepEqual(await texts(), [...before])
      assert.isFalse(
        mailbox.server.flags.some((flags) => flags.includes('S')),
        'none is marked'
      )
      // As if the dead reader's time had run out.
      await db.from('mail_accounts').update({ until: '2026-01-05 09:00:00' })
      env.set('MAIL_MAILER', 'smtp')
      cleanup(() => env.set('MAIL_MAILER', 'none'))
      for (let looks = 0; looks < 2; looks++) await mailbox.look()

      assert.deepEqual(await texts(), [FIRST, SECOND])
      const [first] = await Mail.query().orderBy('id')
      const kept = await db.from('attachments').where('holder', first!.holder)
      assert.sameMembers(
        kept.map(({ name, state }) => `${name} ${state}`),
        ['foto ready', 'dilekce ready']
      )
      assert.lengthOf(await db.from('attachments'), 2)
      assert.isNotEmpty(filesIn())
      const told = await Message.query()
      assert.sameMembers(
        told.map(({ recipient }) => recipient),
        ['ayse@ornek.example', 'b@ornek.example']
      )
      assert.deepEqual(mailbox.server.flags, ['S', 'S'])
    }).timeout(60_000)
  }
})
