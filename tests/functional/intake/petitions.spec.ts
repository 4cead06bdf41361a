import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import env from '#start/env'
import { FormToken } from '../../../app/intake/form/form_token.ts'
import { wrapped } from '#tests/support/database'

const LONG = 'Köyümüzün içme suyu üç haftadır çamurlu akıyor, çocuklar hastalandı. '
  .repeat(100)
  .trim()

/** A form as a browser sends it; say only what the test is about. */
function form(about: Record<string, string> = {}) {
  return {
    text: 'Sokağımızın lambaları yanmıyor.',
    kind: 'complaint',
    subject: '',
    place: 'Zeytinli Mahallesi',
    complained: '',
    name: 'Mehmet Deneme',
    nationalId: '12345678950',
    phone: '0500 012 34 56',
    address: '',
    email: '',
    token: FormToken.issue(),
    ...about,
  }
}

test.group('A citizen applies on the web', (group) => {
  wrapped(group)

  test('gets a number, a code and a day', async ({ client, assert }) => {
    const sent = await client.post('/basvuru').form(form()).redirects(0)
    sent.assertStatus(303)
    const receipt = await client.get(sent.header('location')!)
    receipt.assertStatus(200)
    const { number } = await db.from('petitions').firstOrFail()
    assert.include(receipt.text(), `data-number="${number}"`)
    assert.equal(receipt.header('cache-control'), 'no-store')
    assert.equal(receipt.header('referrer-policy'), 'no-referrer')
  })

  test('keeps a long text when the phone number is wrong', async ({ client, assert }) => {
    const page = await client.post('/basvuru').form(form({ text: LONG, phone: '0266 123 45 67' }))
    page.assertStatus(422)
    assert.include(page.text(), LONG)
    assert.include(page.text(), '0266 123 45 67')
    assert.lengthOf(await db.from('petitions'), 0)
  })

  test('takes a petition of one word', async ({ client }) => {
    const sent = await client
      .post('/basvuru')
      .form(form({ text: 'Su' }))
      .redirects(0)
    sent.assertStatus(303)
  })

  test('takes nothing visible for nothing, and keeps no character that nobody types', async ({
    client,
    assert,
  }) => {
    for (const text of ['\0\0', '\u200b\u200d \ufeff', '\u0007\n']) {
      const page = await client.post('/basvuru').form(form({ text }))
      page.assertStatus(422)
    }
    const sent = await client
      .post('/basvuru')
      .form(form({ text: 'Bir\0inci\tsatır\r\nikinci\u001b', name: 'Mehmet\0 Deneme' }))
      .redirects(0)
    sent.assertStatus(303)
    const { text } = await db.from('petitions').firstOrFail()
    assert.equal(text, 'Birinci\tsatır\nikinci')
  })

  test('answers a body that cannot be unpacked as a fault of the sender', async ({ assert }) => {
    const answer = await fetch(`http://${process.env.HOST}:${process.env.PORT}/basvuru`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-encoding': 'gzip',
      },
      body: 'text=deneme',
    })
    assert.equal(answer.status, 400)
  })

  test('takes 10,000 characters and keeps 10,001 for mending', async ({ client, assert }) => {
    const longest = 'ğ'.repeat(10_000)
    const sent = await client
      .post('/basvuru')
      .form(form({ text: longest }))
      .redirects(0)
    sent.assertStatus(303)
    assert.equal((await db.from('petitions').firstOrFail()).text, longest)
    const page = await client.post('/basvuru').form(form({ text: `${longest}ş` }))
    page.assertStatus(422)
    assert.include(page.text(), `${longest}ş`)
  })

  for (const [what, typed] of Object.entries<Record<string, string>>({
    'an identity number with a wrong check digit': { nationalId: '12345678951' },
    'a phone that no text reaches': { phone: '444 0 123' },
    'neither phone nor address': { phone: '', address: '' },
    'no name': { name: '' },
    'an empty text': { text: '  \r\n ' },
    'an e-mail without a domain': { email: 'ayse@' },
    'a subject that is not in the list': { subject: 'yok.boyle' },
  })) {
    test(`says how to mend ${what}`, async ({ client, assert }) => {
      const page = await client.post('/basvuru').form(form(typed))
      page.assertStatus(422)
      assert.include(page.text(), 'Zeytinli Mahallesi')
      assert.include(page.text(), 'aria-invalid="true"')
      assert.lengthOf(await db.from('petitions'), 0)
    })
  }

  for (const [path, sentence] of [
    ['/basvuru', 'Doğrusu şu mu: ali@hotmail.com'],
    ['/en/basvuru', 'Do you mean ali@hotmail.com?'],
  ] as const) {
    test(`asks for the letter of an e-mail that would lead elsewhere: ${path}`, async ({
      client,
      assert,
    }) => {
      const page = await client.post(path).form(form({ email: 'ali@hotmaıl.com' }))
      page.assertStatus(422)
      page.assertTextIncludes(sentence)
      page.assertTextIncludes('value="ali@hotmaıl.com"')
      assert.lengthOf(await db.from('petitions'), 0)
    })
  }

  test('takes "numaram yok"', async ({ client }) => {
    const typed = form({ nationalId: '', noNationalId: '1' })
    const sent = await client.post('/basvuru').form(typed).redirects(0)
    sent.assertStatus(303)
  })

  test('sends no text to whoever wants none, and says on the receipt how to hear of it', async ({
    client,
    assert,
    cleanup,
  }) => {
    env.set('MAIL_MAILER', 'smtp')
    cleanup(() => env.set('MAIL_MAILER', 'none'))
    const typed = form({ declinesTexts: '1' })
    const sent = await client.post('/basvuru').form(typed).redirects(0)
    const receipt = await client.get(sent.header('location')!)
    receipt.assertTextIncludes('Size kısa mesaj gönderilmeyecek')
    assert.match(receipt.text(), /data-secret="[A-Z0-9]{6}"/)
    assert.equal((await db.from('petitioners').firstOrFail()).declines_texts, 1)
    const [message] = await db.from('messages')
    assert.containsSubset(message, { channel: 'sms', state: 'suppressed', fault: 'declined' })

    const [text, email] = ['Parkımız karanlık.', 'mehmet@ornek.example']
    const both = form({ declinesTexts: '1', text, email })
    const second = await client.post('/basvuru').form(both).redirects(0)
    const other = await client.get(second.header('location')!)
    other.assertTextIncludes('Size e-posta göndereceğiz, kısa mesaj gönderilmeyecek.')
  })

  test('keeps the box as it was when something else is to be mended', async ({
    client,
    assert,
  }) => {
    const box = async (about: Record<string, string>) => {
      const page = await client.post('/basvuru').form(form({ ...about, name: '' }))
      return /<input[^>]*name="declinesTexts"[^>]*>/.exec(page.text())![0]
    }
    assert.include(await box({ declinesTexts: '1' }), 'checked')
    assert.notInclude(await box({}), 'checked')
  })

  test('takes a changed mind about text messages for another petition, not for the same', async ({
    client,
    assert,
  }) => {
    const used = form()
    await client.post('/basvuru').form(used).redirects(0)
    const page = await client.post('/basvuru').form({ ...used, declinesTexts: '1' })
    page.assertStatus(422)
    assert.lengthOf(await db.from('petitions'), 1)
  })

  test('makes one petition when the form is sent twice', async ({ client, assert }) => {
    const twice = form()
    await client.post('/basvuru').form(twice).redirects(0)
    const again = await client.post('/basvuru').form(twice).redirects(0)
    again.assertStatus(303)
    assert.lengthOf(await db.from('petitions'), 1)
  })

  test('asks before other words go out with a used form, and keeps them', async ({
    client,
    assert,
  }) => {
    const used = form()
    await client.post('/basvuru').form(used).redirects(0)
    const page = await client.post('/basvuru').form({ ...used, text: 'Bir de park istiyoruz.' })
    page.assertStatus(422)
    assert.include(page.text(), 'Bir de park istiyoruz.')
    const [, token] = /name="token" value="([^"]+)"/.exec(page.text())!
    const sent = await client
      .post('/basvuru')
      .form({ ...used, text: 'Bir de park istiyoruz.', token: token! })
      .redirects(0)
    sent.assertStatus(303)
    assert.lengthOf(await db.from('petitions'), 2)
  })

  test('asks before the same words come once more from the same person, and names no number', async ({
    client,
    assert,
  }) => {
    await client.post('/basvuru').form(form()).redirects(0)
    const [{ number }] = await db.from('petitions')
    const second = form({ text: 'Sokağımızın  lambaları\r\nyanmıyor.', place: 'Unuttum' })
    const page = await client.post('/basvuru').form(second).redirects(0)
    page.assertStatus(422)
    page.assertTextIncludes('Bu sözlerle')
    const [, button] = /name="again" value="1">([^<]+)</.exec(page.text())!
    page.assertTextIncludes(`“${button}” düğmesine basın`)
    assert.include(page.text(), 'Unuttum', 'everything typed is there')
    const shown = number.replace(/^(\d\d)(\d{4})/, '$1\u00a0$2\u00a0')
    for (const known of [number, shown, 'data-secret']) assert.notInclude(page.text(), known)
    assert.lengthOf(await db.from('petitions'), 1)

    const sent = await client
      .post('/basvuru')
      .form({ ...second, again: '1' })
      .redirects(0)
    sent.assertStatus(303)
    assert.lengthOf(await db.from('petitions'), 2)
    const twice = await client
      .post('/basvuru')
      .form({ ...second, again: '1' })
      .redirects(0)
    twice.assertStatus(303)
    assert.lengthOf(await db.from('petitions'), 2)
    const third = await client.post('/basvuru').form(form()).redirects(0)
    third.assertStatus(422)
  })

  test('does not ask about the words of somebody else, nor an hour later', async ({
    client,
    assert,
  }) => {
    await client.post('/basvuru').form(form()).redirects(0)
    const other = await client
      .post('/basvuru')
      .form(form({ phone: '0500 012 34 57' }))
      .redirects(0)
    other.assertStatus(303)
    await db.from('steps').update({ taken_at: '2026-01-05 09:00:00' })
    const later = await client.post('/basvuru').form(form()).redirects(0)
    later.assertStatus(303)
    assert.lengthOf(await db.from('petitions'), 3)
  })

  test('keeps the text when the form lay open for too long', async ({ client, assert }) => {
    const token = FormToken.issue(Date.now() - 13 * 3600_000)
    const page = await client.post('/basvuru').form(form({ token, text: LONG }))
    page.assertStatus(422)
    assert.include(page.text(), LONG)
    assert.notInclude(page.text(), token)
  })

  test('refuses a form that stands on another site', async ({ client, assert }) => {
    const foreign = await client
      .post('/basvuru')
      .header('sec-fetch-site', 'cross-site')
      .form(form())
    foreign.assertStatus(403)
    const older = await client
      .post('/basvuru')
      .header('origin', 'https://baska.example')
      .form(form())
    older.assertStatus(403)
    assert.lengthOf(await db.from('petitions'), 0)
  })

  test('speaks English under /en', async ({ client, assert }) => {
    const page = await client.post('/en/basvuru').form(form({ text: '' }))
    page.assertStatus(422)
    assert.include(page.text(), '<html lang="en"')
    const sent = await client.post('/en/basvuru').form(form()).redirects(0)
    assert.match(sent.header('location')!, /^\/en\/basvuru\/alindi\//)
    assert.equal((await db.from('petitions').firstOrFail()).locale, 'en')
  })
})
