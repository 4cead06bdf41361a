import i18n from '@adonisjs/i18n/services/main'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { hiddenFields } from '#database/demo/day/visitor'
import type { Officer } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { says } from '#tests/support/at_the_card'
import { emptied, wrapped } from '#tests/support/database'
import { House } from '#tests/support/programs/house'
import { officer, received } from '#tests/support/journey'
import { Message } from '../../../app/notification/models/message.ts'
import { MessageTemplate } from '../../../app/notification/models/message_template.ts'
import { Outbox } from '../../../app/notification/outbox/outbox.ts'
import { Route } from '../../../app/notification/dispatch/route.ts'
import { SmsText } from '#sms'
import { CitizenText } from '../../../app/notification/templates/citizen_text.ts'
import { letter, smsText } from '../../../app/notification/templates/rendering.ts'

const RECEIVED = '/metinler/received/sms/tr'
const WORDS = 'Edremit’te başvurunuzu aldık: {number}. Kodunuz {secret}, son gün {dueOn}.'
const PHONE = '0500 012 34 56'

/** Sends a form of the editor as the chief's browser would, without following the 303. */
function send(client: ApiClient, who: Officer, path: string, fields: Record<string, string>) {
  return client
    .post(path)
    .loginAs(who)
    .withCsrfToken()
    .redirects(0)
    .form({ version: '0', ...fields })
}

/** What htmx asks for while somebody types. */
function counted(client: ApiClient, who: Officer, path: string, fields: Record<string, string>) {
  return send(client, who, `${path}/onizleme`, fields).header('HX-Request-Type', 'partial')
}

function typed(page: string) {
  const words = /<textarea[^>]*name="text"[^>]*>\n([^<]*)<\/textarea>/.exec(page)?.[1] ?? ''
  return words.replaceAll('&quot;', '"').replaceAll('&#39;', "'")
}

test.group('The texts of the messages', (group) => {
  wrapped(group)
  group.each.teardown(() => MessageTemplate.forget())

  test('are for the bureau chief alone', async ({ client, assert }) => {
    for (const login of ['masa', 'tarim', 'tarim.amir', 'kaymakam', 'bilgiislem']) {
      const who = await officer(login)
      ;(await client.get('/metinler').loginAs(who)).assertStatus(403)
      ;(await client.get(RECEIVED).loginAs(who)).assertStatus(403)
      for (const form of ['', '/onizleme', '/varsayilan']) {
        const answer = await send(client, who, RECEIVED + form, { text: WORDS })
        answer.assertStatus(403)
      }
      const account = await client.get('/hesap').loginAs(who)
      assert.notInclude(account.text(), '/metinler')
    }
    ;(await client.get(RECEIVED)).assertStatus(401)
    assert.lengthOf(await db.from('message_templates'), 0)
  })

  test('are reached from the account page, all of them', async ({ client, assert }) => {
    const chief = await officer('sef')
    const account = await client.get('/hesap').loginAs(chief)
    account.assertTextIncludes('href="/metinler">' + says('organisation.nav.message_templates'))
    const list = await client.get('/metinler').loginAs(chief)
    list.assertStatus(200)
    const links = list.text().match(/href="\/metinler\/\w+\/\w+\/\w+"/g)!
    assert.lengthOf(new Set(links), CitizenText.all.length)
    list.assertTextIncludes('1 kısa mesaj · 142 / 150')
    for (const link of links) {
      const page = await client.get(link.slice(6, -1)).loginAs(chief)
      page.assertStatus(200)
    }
  })

  test('that are none do not exist', async ({ client }) => {
    const chief = await officer('sef')
    for (const which of ['yok/sms/tr', 'received/fax/tr', 'received/sms/de', 'received/sms']) {
      ;(await client.get(`/metinler/${which}`).loginAs(chief)).assertStatus(404)
    }
  })

  test('are worded anew, and the list and the page say by whom', async ({ client, assert }) => {
    const chief = await officer('sef')
    const sent = await send(client, chief, RECEIVED, { text: `  ${WORDS}\r\nAçık Kapı ` })
    sent.assertStatus(303)
    sent.assertHeader('location', '/metinler')
    const row = await MessageTemplate.firstOrFail()
    assert.containsSubset(row.toJSON(), {
      ...{ event: 'received', channel: 'sms', locale: 'tr', version: 1, subject: null },
      ...{ text: `${WORDS}\nAçık Kapı`, officerId: chief.id, authorityId: chief.authorityId },
    })
    const list = await client.get('/metinler').loginAs(chief)
    list.assertTextIncludes(says('notification.templates.own'))
    list.assertTextIncludes(chief.name)
    const page = await client.get(RECEIVED).loginAs(chief)
    page.assertTextIncludes(says('notification.templates.ownStands'))
    assert.equal(typed(page.text()), `${WORDS}\nAçık Kapı`)
    assert.equal(hiddenFields(page.text(), RECEIVED).version, '1')
  })

  test('are told from the next message on, and others as before', async ({ client, assert }) => {
    const chief = await officer('sef')
    const before = await MessageTemplate.current()
    assert.isNull(before.of({ authorityId: chief.authorityId, ...RECEIPT }))
    await send(client, chief, RECEIVED, { text: WORDS })
    const email = { subject: '{number} alındı', text: "{number}: '{secret}'" }
    await send(client, chief, '/metinler/received/email/tr', email)
    const { number } = await received({ phone: PhoneNumber.parse(PHONE), email: 'a@b.example' })
    await received({ phone: PhoneNumber.parse(PHONE), locale: 'en' })
    // E-mail is switched off in the tests; its words are to be seen all the same.
    await Message.query().update({ state: 'queued', next_at: '2026-01-01 00:00:00' })

    const [turkish, english] = await new Outbox(new Route('sms', 'log')).claim(5)
    assert.match(smsText(turkish!), /^Edremit’te başvurunuzu aldık: [\d ]+\. Kodunuz \w{6}, son/)
    assert.match(smsText(english!), /^Your petition was received\./)
    const [mail] = await Message.query().where({ channel: 'email' })
    mail!.sealed = 'K7M4PX'
    mail!.wording = (await MessageTemplate.current()).of(mail!)
    const { subject, text } = letter(mail!)
    assert.equal(subject.replaceAll(' ', ''), `${number}alındı`)
    assert.include(text, ": 'K7M4PX'")
  })

  test('go back to the house’s words, with who and when', async ({ client, assert }) => {
    const chief = await officer('sef')
    const house = typed((await client.get(RECEIVED).loginAs(chief)).text())
    await send(client, chief, RECEIVED, { text: WORDS })
    const page = await client.get(RECEIVED).loginAs(chief)
    const { version } = hiddenFields(page.text(), `${RECEIVED}/varsayilan`)
    const back = await send(client, chief, `${RECEIVED}/varsayilan`, { version: version! })
    back.assertStatus(303)
    back.assertFlashMessage('done', { key: 'notification.flash.asHouse', params: {} })
    const rows = await MessageTemplate.query().orderBy('version')
    assert.deepEqual(
      rows.map(({ version: at, text, officerId }) => [at, text, officerId]),
      [
        [1, WORDS, chief.id],
        [2, house, chief.id],
      ]
    )
    const after = await client.get(RECEIVED).loginAs(chief)
    after.assertTextIncludes(says('notification.templates.houseStands'))
    assert.notInclude(after.text(), '/varsayilan')
    assert.lengthOf(after.text().match(/history__step/g)!, 2)
  })

  test('that nobody changed are no new version', async ({ client, assert }) => {
    const chief = await officer('sef')
    const house = typed((await client.get(RECEIVED).loginAs(chief)).text())
    for (const form of [RECEIVED, `${RECEIVED}/varsayilan`]) {
      const sent = await send(client, chief, form, { text: house })
      sent.assertStatus(303)
    }
    assert.lengthOf(await MessageTemplate.query(), 0)
    await send(client, chief, RECEIVED, { text: house, mayBeLong: '1' })
    assert.lengthOf(await MessageTemplate.query(), 1)
  })

  test('show the last twenty wordings, not all there ever were', async ({ client, assert }) => {
    const chief = await officer('sef')
    for (let version = 0; version < 22; version++) {
      const text = `${WORDS} ${version}`
      await send(client, chief, RECEIVED, { text, version: String(version) })
    }
    const page = await client.get(RECEIVED).loginAs(chief)
    assert.lengthOf(page.text().match(/history__step/g)!, 20)
    assert.equal(typed(page.text()), `${WORDS} 21`)
  })
})

const RECEIPT = { event: 'received', channel: 'sms', locale: 'tr' }

test.group('A text that cannot be told', (group) => {
  wrapped(group)
  group.each.teardown(() => MessageTemplate.forget())

  test('comes back whole, with a sentence for each thing to mend', async ({ client, assert }) => {
    const text = `Sayın {ad}, ${'uzun söz '.repeat(30)}https://edremit.example\n{number}`
    const page = await send(client, await officer('sef'), RECEIVED, { text })
    page.assertStatus(422)
    assert.equal(typed(page.text()), text)
    for (const words of ['{ad}', '{secret}', 'adres içeren kısa mesajlar', '3 kısa mesaj']) {
      assert.include(page.text().split('</ul>')[0]!, words)
    }
    assert.lengthOf(await MessageTemplate.query(), 0)
  })

  test('of two parts is kept when the chief says so', async ({ client, assert }) => {
    const chief = await officer('sef')
    const text = `${WORDS} ${'a'.repeat(100)}`
    const refused = await send(client, chief, RECEIVED, { text })
    refused.assertStatus(422)
    refused.assertTextIncludes('2 kısa mesaj')
    const kept = await send(client, chief, RECEIVED, { text, mayBeLong: '1' })
    kept.assertStatus(303)
    const page = await client.get(RECEIVED).loginAs(chief)
    assert.match(page.text(), /name="mayBeLong"[^>]*checked/)
  })

  test('of an e-mail keeps its subject too', async ({ client }) => {
    const fields = { subject: '{secret} "alındı"', text: '' }
    const page = await send(client, await officer('sef'), '/metinler/received/email/tr', fields)
    page.assertStatus(422)
    page.assertTextIncludes('value="{secret} &quot;alındı&quot;"')
    page.assertTextIncludes(says('notification.problems.text.required'))
  })

  test('{0} has its sentence in both languages')
    .with([
      ...['required', 'maxLength', 'unknown', 'missing', 'brace', 'link', 'linkInMail'],
      ...['severalParts', 'tooManyParts'],
    ])
    .run(({ assert }, rule) => {
      for (const locale of ['tr', 'en']) {
        assert.isTrue(i18n.locale(locale).hasMessage(`notification.problems.text.${rule}`))
      }
    })

  test('asks for the form’s own token', async ({ client, assert }) => {
    const form = client.post(RECEIVED).loginAs(await officer('sef'))
    const answer = await form.form({ version: '0', text: WORDS })
    answer.assertStatus(403)
    answer.assertTextIncludes('başvurunuzu aldık')
    assert.lengthOf(await MessageTemplate.query(), 0)
  })
})

test.group('Two chiefs at one text', (group) => {
  emptied(group)
  group.each.teardown(() => MessageTemplate.forget())

  test('one after the other: the second is told, sees both, and may overrule', async ({
    client,
    assert,
  }) => {
    const chief = await officer('sef')
    await send(client, chief, RECEIVED, { text: `Birinci: ${WORDS}` })
    const second = await send(client, chief, RECEIVED, { text: `İkinci: ${WORDS}` })
    second.assertStatus(422)
    second.assertTextIncludes(says('notification.problems.version.reworded'))
    assert.equal(typed(second.text()), `İkinci: ${WORDS}`)
    second.assertTextIncludes(`Birinci: ${WORDS}`)

    const { version } = hiddenFields(second.text(), RECEIVED)
    const again = await send(client, chief, RECEIVED, {
      text: `İkinci: ${WORDS}`,
      version: version!,
    })
    again.assertStatus(303)
    const rows = await MessageTemplate.query().orderBy('version')
    assert.deepEqual(
      rows.map(({ text }) => text),
      [`Birinci: ${WORDS}`, `İkinci: ${WORDS}`]
    )
  })

  test('at the same moment: one is kept, the other told', async ({ client, assert }) => {
    const chief = await officer('sef')
    const texts = ['a', 'b', 'c', 'd'].map((one) => `${one} ${WORDS}`)
    const answers = await Promise.all(texts.map((text) => send(client, chief, RECEIVED, { text })))
    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [303, 422, 422, 422]
    )
    const rows = await MessageTemplate.query()
    assert.lengthOf(rows, 1)
    for (const [index, answer] of answers.entries()) {
      if (answer.status() === 422) assert.equal(typed(answer.text()), texts[index])
    }
  })

  test('with a version that nobody can have seen: nothing is written', async ({
    client,
    assert,
  }) => {
    const chief = await officer('sef')
    for (const version of ['7', '-1', 'abc', '0.5']) {
      const answer = await send(client, chief, RECEIVED, { text: WORDS, version })
      answer.assertStatus(422)
    }
    assert.lengthOf(await MessageTemplate.query(), 0)
  })

  test('is told also who only wants the house’s words back', async ({ client, assert }) => {
    const chief = await officer('sef')
    await send(client, chief, RECEIVED, { text: `Birinci: ${WORDS}` })
    await send(client, chief, RECEIVED, { text: `İkinci: ${WORDS}`, version: '1' })
    const late = await send(client, chief, `${RECEIVED}/varsayilan`, { version: '1' })
    late.assertStatus(422)
    assert.equal(typed(late.text()), `İkinci: ${WORDS}`)
    assert.lengthOf(await MessageTemplate.query(), 2)
  })
})

test.group('The count of a text', (group) => {
  emptied(group)
  group.each.teardown(() => MessageTemplate.forget())

  test('comes as a fragment while one types, and as a page without JavaScript', async ({
    client,
    assert,
  }) => {
    const chief = await officer('sef')
    const fragment = await counted(client, chief, RECEIVED, { text: WORDS })
    fragment.assertStatus(200)
    assert.notInclude(fragment.text(), '<html')
    assert.include(fragment.header('vary'), 'HX-Request-Type')
    fragment.assertTextIncludes('Edremit&#x27;te başvurunuzu aldık: 26 0481 2075. Kodunuz K7M4PX')

    const whole = await send(client, chief, `${RECEIVED}/onizleme`, { text: WORDS, version: '7' })
    whole.assertStatus(200)
    whole.assertTextIncludes(fragment.text().trim().split('\n').at(-1)!)
    assert.equal(typed(whole.text()), WORDS)
    assert.equal(hiddenFields(whole.text(), RECEIVED).version, '7', 'nothing was overlooked')
    assert.lengthOf(await MessageTemplate.query(), 0)
  })

  test('says of a text with faults what it can', async ({ client }) => {
    const chief = await officer('sef')
    for (const text of [
      '',
      '{',
      '{ad}',
      "'{number",
      '{number, plural, one {x}}',
      '🙂'.repeat(5_000),
    ]) {
      ;(await counted(client, chief, RECEIVED, { text })).assertStatus(200)
    }
    const named = await counted(client, chief, RECEIVED, { text: 'șehir 🙂 ile\u200d' })
    named.assertTextIncludes('“ș”, “🙂”, U+200D')
  })

  test('is what the citizen’s telephone gets', async ({ client, assert, cleanup }) => {
    const house = await House.open()
    cleanup(() => house.close())
    const chief = await officer('sef')
    const long = `${WORDS} ${'Kodu kimseyle paylaşmayınız. '.repeat(5)}`.trim()
    const wide = '{number} {secret} ș'
    const texts = [WORDS, long, wide]
    const phones = ['0500 000 00 01', '0500 000 00 02', '0500 000 00 03']
    for (const [index, text] of texts.entries()) {
      const fields = { text, mayBeLong: '1', version: String(index) }
      ;(await send(client, chief, RECEIVED, fields)).assertStatus(303)
      const fragment = await counted(client, chief, RECEIVED, fields)
      await received({ phone: PhoneNumber.parse(phones[index]!) })
      const [shown] = await house.texts(phones[index]!, 1)

      const sms = house.arrived.at(-1)!
      const { units, parts, alphabet } = SmsText.count(shown!)
      assert.equal(sms.parts.of, parts)
      fragment.assertTextIncludes(`<strong>${parts} kısa mesaj</strong>`)
      fragment.assertTextIncludes(`yer: ${units} / `)
      fragment.assertTextIncludes(says(`notification.templates.alphabet.${alphabet}`))
    }
    assert.sameMembers(
      house.arrived.map(({ parts }) => parts.of),
      [1, 2, 1]
    )
    await house.settled()
  })
})
