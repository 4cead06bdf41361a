import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import env from '#start/env'
import { hiddenFields } from '#database/demo/day/visitor'
import { Petition } from '#intake'
import { Message } from '#notification'
import { blindIndex } from '#shared/keys'
import { person, province } from '#tests/support/databases/three_authorities'
import { emptied } from '#tests/support/database'
import { PDF, withFilesFolder } from '#tests/support/files'
import { officer } from '#tests/support/journey'
import { withMailbox } from '#tests/support/mail/mailbox'
import { written } from '#tests/support/mail/written'
import { assertValid } from '#tests/support/pages'
import { Dovecot } from '#tests/support/programs/dovecot'
import { Mail } from '../../../../app/intake/models/mail.ts'
import { send } from '../attachments/sent.ts'

const DAY = 86_400_000

/** What an officer who is signed in opens and sends. */
function desk(client: ApiClient, login = 'masa') {
  return {
    async open(path: string) {
      return client.get(path).loginAs(await officer(login))
    },
    async send(path: string, form: Record<string, string>) {
      const who = await officer(login)
      return send(client, form, {}, path).loginAs(who).withCsrfToken()
    },
    async press(path: string, form: Record<string, string> = {}) {
      const who = await officer(login)
      return client.post(path).redirects(0).form(form).loginAs(who).withCsrfToken()
    },
  }
}

/** The form of a mail as it stands on its page, sent with the button that saves. */
async function formOf(page: { text(): string }): Promise<Record<string, string>> {
  const html = page.text()
  const text = /<textarea[^>]* name="text"[^>]*>\n?([^<]*)</.exec(html)![1]!
  const value = (name: string) => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html)![1]!
  const { _csrf, ...hidden } = hiddenFields(html, '/masa/dosya')
  return {
    ...hidden,
    ...{ channel: 'email', kind: 'request', send: '1', text },
    ...{ name: value('name'), email: value('email') },
  }
}

test.group('A mail at the desk', (group) => {
  emptied(group)
  withFilesFolder(group)
  const mailbox = withMailbox(group)
  group.each.skip(!Dovecot.isInstalled, Dovecot.MISSING)

  async function arrived(about: Parameters<typeof written>[0] = {}, at?: Date) {
    mailbox.server.deliver(written(about), at)
    await mailbox.look()
    return Mail.query().orderBy('id', 'desc').firstOrFail()
  }

  test('is read, corrected and saved as a petition of the day on which it came', async ({
    client,
    assert,
  }) => {
    env.set('MAIL_MAILER', 'smtp')
    const files = [{ name: 'dilekce.pdf', content: PDF }]
    const mail = await arrived({ files }, new Date(Date.now() - DAY))
    const masa = desk(client)

    const list = await masa.open('/masa/gelen-posta')
    list.assertStatus(200)
    assert.include(list.text(), 'Sokak lambasi')
    await assertValid(assert, list.text())
    const page = await masa.open(`/masa/gelen-posta/${mail.id}`)
    for (const said of ['lambaları bir haftadır', 'ayse@ornek.example', 'dilekce']) {
      assert.include(page.text(), said)
    }
    const looks = await db.from('inquiries').where('kind', 'mail')
    assert.deepEqual(
      looks.map(({ digest }) => digest),
      [blindIndex('inquiry', `mail ${mail.id}`)],
      'it leaves a row that it was opened'
    )
    await assertValid(assert, page.text())

    const form = await masa.open(`/masa/gelen-posta/${mail.id}/basvuru`)
    form.assertStatus(200)
    await assertValid(assert, form.text())
    assert.include(form.text(), 'dilekce')
    const typed = await formOf(form)
    assert.include(typed, { name: 'Ayse Deneme', email: 'ayse@ornek.example' })
    assert.equal(typed.text, 'Sokak lambasi\n\nSokağımızın lambaları bir haftadır yanmıyor.')

    const wrong = await masa.send('/masa/dosya', { ...typed, email: 'yanlış' })
    wrong.assertStatus(422)
    const again = { ...(await formOf(wrong)), email: 'ayse@ornek.example' }
    const saved = await masa.send('/masa/dosya', again)
    saved.assertStatus(303)

    const petition = await Petition.firstOrFail()
    assert.equal(petition.channel, 'email')
    assert.approximately(petition.receivedAt.diffNow('days').days, -1, 0.1)
    const [file] = await db.from('attachments')
    assert.equal(file.petition_id, petition.id)
    await mail.refresh()
    assert.include({ ...mail.$attributes }, { state: 'taken', petitionId: petition.id })
    const told = await Message.query().orderBy('id')
    assert.deepEqual(
      told.map(({ event, channel, recipient }) => [event, channel, recipient]),
      [
        ['mailArrived', 'email', 'ayse@ornek.example'],
        ['received', 'email', 'ayse@ornek.example'],
      ]
    )
    const taken = await masa.open('/masa/gelen-posta?durum=taken')
    assert.include(taken.text(), petition.number)
    // Sent again it is the same petition; its form is nobody's any more.
    const second = await masa.send('/masa/dosya', again)
    second.assertStatus(303)
    assert.lengthOf(await Petition.query(), 1)
    const closed = await masa.open(`/masa/gelen-posta/${mail.id}/basvuru`)
    closed.assertStatus(404)
    env.set('MAIL_MAILER', 'none')
  })

  test('is one petition where two officers write it at once, and the second one is told', async ({
    client,
    assert,
  }) => {
    const mail = await arrived()
    const [masa, sef] = [desk(client), desk(client, 'sef')]
    const forms = [masa, sef].map(({ open }) => open(`/masa/gelen-posta/${mail.id}/basvuru`))
    const [first, second] = await Promise.all((await Promise.all(forms)).map(formOf))
    assert.equal(first!.token, second!.token)
    const saved = await masa.send('/masa/dosya', first!)
    saved.assertStatus(303)
    const late = await sef.send('/masa/dosya', { ...second!, text: 'Başka sözlerle.' })
    late.assertStatus(422)
    assert.include(late.text(), 'Başka sözlerle.')
    const stubborn = await sef.send('/masa/dosya', { ...(await formOf(late)), again: '1' })
    stubborn.assertStatus(422)
    assert.include(stubborn.text(), 'karar verilmiş')
    assert.lengthOf(await Petition.query(), 1)
  })

  test('is set aside with a reason and put back, and nobody is told twice', async ({
    client,
    assert,
  }) => {
    const mail = await arrived()
    const path = `/masa/gelen-posta/${mail.id}`
    const [masa, sef] = [desk(client), desk(client, 'sef')]
    const form = await formOf(await sef.open(`${path}/basvuru`))
    const empty = await masa.press(`${path}/ayir`)
    empty.assertStatus(422)
    const aside = await masa.press(`${path}/ayir`, { reason: 'spam' })
    aside.assertStatus(303)
    const twice = await masa.press(`${path}/ayir`, { reason: 'spam' })
    twice.assertStatus(303)
    const other = await sef.press(`${path}/ayir`, { reason: 'same' })
    other.assertStatus(409)
    const late = await sef.send('/masa/dosya', form)
    late.assertStatus(422)
    assert.include(late.text(), 'karar verilmiş')
    assert.lengthOf(await Petition.query(), 0)

    const closed = await masa.open('/masa/gelen-posta?durum=refused')
    assert.include(closed.text(), 'istenmeyen')
    const back = await masa.press(`${path}/geri-al`)
    back.assertStatus(303)
    const saved = await sef.send('/masa/dosya', form)
    saved.assertStatus(303)
    assert.lengthOf(await Petition.query(), 1)
    await masa.press(`${path}/geri-al`)
    assert.equal((await mail.refresh()).state, 'taken')
  })

  test('keeps its files when its form has grown too old', async ({ client, assert }) => {
    const mail = await arrived({ files: [{ name: 'a.pdf', content: PDF }] })
    const masa = desk(client)
    const path = `/masa/gelen-posta/${mail.id}/basvuru`
    const { FormToken } = await import('../../../../app/intake/form/form_token.ts')
    const { tokenDigest } = await import('../../../../app/intake/receiving/form_keys.ts')
    await masa.open(path)
    await mail.refresh()
    const old = FormToken.issue(Date.now() - DAY)
    await db.from('attachments').update({ holder: tokenDigest(old) })
    mail.merge({ token: old, holder: tokenDigest(old) })
    await mail.save()
    const form = await formOf(await masa.open(path))
    assert.notEqual(form.token, old)
    const late = await masa.send('/masa/dosya', { ...form, token: old })
    late.assertStatus(422)
    const saved = await masa.send('/masa/dosya', await formOf(late))
    saved.assertStatus(303)
    const [file] = await db.from('attachments')
    assert.isNotNull(file.petition_id)
  })

  test('is of its own authority and of whoever receives petitions alone', async ({ client }) => {
    const mail = await arrived()
    for (const login of ['tarim', 'bilgiislem', 'kaymakam']) {
      const page = await desk(client, login).open(`/masa/gelen-posta/${mail.id}`)
      page.assertStatus(403)
    }
    const { burhaniye } = await province()
    await person(burhaniye, 'baska', 'AKB', ['bureauOfficer'])
    const page = await desk(client, 'baska').open(`/masa/gelen-posta/${mail.id}`)
    page.assertStatus(404)
  })

  test('of a machine is in a list of its own, and may be put back', async ({ client, assert }) => {
    const mail = await arrived({ headers: { 'List-Id': '<haber.ornek.example>' } })
    const masa = desk(client)
    const waiting = await masa.open('/masa/gelen-posta')
    assert.notInclude(waiting.text(), 'Sokak lambasi')
    const ignored = await masa.open('/masa/gelen-posta?durum=ignored')
    assert.include(ignored.text(), 'bülten')
    await masa.press(`/masa/gelen-posta/${mail.id}/geri-al`)
    assert.equal((await mail.refresh()).state, 'proposed')
  })

  test('says on the IT officer’s page how the mailbox is', async ({ client, assert }) => {
    const it = desk(client, 'bilgiislem')
    const none = await it.open('/posta-kutusu')
    none.assertStatus(200)
    await assertValid(assert, none.text())
    await mailbox.look({ pass: 'yanlis-parola' })
    const page = await it.open('/posta-kutusu')
    assert.include(page.text(), 'parolayı kabul etmiyor')
    assert.notInclude(page.text(), 'yanlis-parola')
    await assertValid(assert, page.text())
  })
})
