import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Browser } from '#database/demo/browser'
import { hiddenFields } from '#database/demo/day/visitor'
import { DEMO_PASSWORD } from '#config/demonstration'
import { neighbourhood, Officer } from '#organisation'
import { signIn } from '../../../app/organisation/signing_in/sign_in.ts'
import { nameOf } from '../../../app/organisation/limits/limit.ts'
import { wrapped } from '#tests/support/database'

const url = () => `http://${process.env.HOST}:${process.env.PORT}`
const right = (login = 'masa') => ({ login, password: DEMO_PASSWORD })

test.group('Signing in', (group) => {
  wrapped(group)

  test('leads everyone to their first place', async ({ client }) => {
    const places = { masa: '/masa', tarim: '/birim', kaymakam: '/izleme', bilgiislem: '/gecitler' }
    for (const [login, place] of Object.entries(places)) {
      const sent = await client.post('/giris').form(right(login)).redirects(0)
      sent.assertStatus(303)
      sent.assertHeader('location', place)
    }
  })

  test('says the same of an unknown name, a wrong password and somebody who left', async ({
    client,
    assert,
  }) => {
    await Officer.query().where('login', 'tapu').update({ left_on: '2026-01-01' })
    const answers = await Promise.all(
      [
        { login: 'kimse', password: DEMO_PASSWORD },
        { login: 'masa', password: 'yanlis' },
        { login: 'tapu', password: DEMO_PASSWORD },
      ].map((typed) => client.post('/giris').form(typed))
    )
    answers.forEach((answer) => answer.assertStatus(422))
    const sentences = answers.map(
      (answer) => /class="problems"[\s\S]*?<\/ul>/.exec(answer.text())?.[0]
    )
    assert.isString(sentences[0])
    assert.lengthOf([...new Set(sentences)], 1)
  })

  test('makes guessers wait, and only them', async ({ client }) => {
    const wrong = { login: 'masa', password: 'yanlis' }
    for (let tries = 0; tries < 6; tries++) await client.post('/giris').form(wrong)
    const guesser = await client.post('/giris').form(right())
    guesser.assertStatus(429)
    guesser.assertTextIncludes('Bir sorun var')
    const other = await client.post('/giris').form(right('sef')).redirects(0)
    other.assertStatus(303)
  })

  test('makes guessers wait who try all at once', async ({ assert }) => {
    const passwords = [...Array.from({ length: 8 }, (_, nth) => `yanlis${nth}`), DEMO_PASSWORD]
    const tries = passwords.map((password) => signIn('masa', password, '192.0.2.7'))
    const answers = await Promise.all(tries)
    assert.lengthOf(
      answers.filter((answer) => 'problem' in answer && answer.problem === 'wrong'),
      5
    )
    assert.include(answers.at(-1), { problem: 'tooMany' })
  })

  test('counts on for an address when somebody signs in between', async ({ client }) => {
    for (let tries = 0; tries < 30; tries++) {
      await client.post('/giris').form({ login: `kimse${tries}`, password: 'yanlis' })
      if (tries === 20) (await client.post('/giris').form(right()).redirects(0)).assertStatus(303)
    }
    const guesser = await client.post('/giris').form({ login: 'kimse', password: 'yanlis' })
    guesser.assertStatus(429)
  })

  test('makes guessers wait who come from everywhere', async ({ assert }) => {
    const from = (place: number) => signIn('masa', 'yanlis', `198.51.100.${place}`)
    for (let place = 0; place < 50; place++) assert.include(await from(place), { problem: 'wrong' })
    assert.include(await from(50), { problem: 'tooMany' })
  }).timeout(60_000)

  test('takes a network of IPv6 for one address, and IPv4 as it is', async ({ assert }) => {
    const one = ['2001:db8:0:7::1', '2001:0DB8::7:0:0:0:2', '2001:db8:0:7:a:b:c:d']
    assert.deepEqual([...new Set(one.map(neighbourhood))], ['2001:db8:0:7'])
    assert.equal(neighbourhood('::1'), '0:0:0:0')
    assert.equal(neighbourhood('::ffff:192.0.2.7'), '192.0.2.7')
    assert.equal(neighbourhood('192.0.2.7'), '192.0.2.7')
  })

  test('counts under a name that every table takes, whatever was typed', ({ assert }) => {
    const names = ['ğüş😀', 'a'.repeat(400), 'a'.repeat(401)].map(nameOf)
    names.forEach((name) => assert.match(name, /^[0-9a-f]{64}$/))
    assert.lengthOf([...new Set(names)], 3)
  })

  test('takes what is no text for nothing, and leaves no page behind', async ({ client }) => {
    for (const login of [{ toString: 'masa' }, ['masa'], 7, null]) {
      const refused = await client.post('/giris').json({ login, password: login })
      refused.assertStatus(422)
      refused.assertHeader('cache-control', 'no-store')
    }
  })

  test('never sends anyone to another site', async ({ client }) => {
    for (const next of ['//baska.example/', 'https://baska.example', '/\\baska.example', 'masa']) {
      const sent = await client
        .post('/giris')
        .form({ ...right(), next })
        .redirects(0)
      sent.assertHeader('location', '/masa')
    }
    const own = await client
      .post('/giris')
      .form({ ...right(), next: '/kayit?durum=late' })
      .redirects(0)
    own.assertHeader('location', '/kayit?durum=late')
  })

  test('takes the login as people type it', async ({ client }) => {
    const sent = await client.post('/giris').form(right(' MASA ')).redirects(0)
    sent.assertStatus(303)
  })
})

test.group('What a session protects', (group) => {
  wrapped(group)

  test('keeps what was typed when the session has ended, and goes on after signing in', async ({
    client,
    assert,
  }) => {
    const text = 'Sözlü anlatıldı, yazıya döküldü. '.repeat(200).trim()
    const ended = await client.post('/masa/yeni').form({ text, kind: 'request' })
    ended.assertStatus(401)
    assert.include(ended.text(), text)
    assert.include(ended.text(), 'name="password"')

    const officer = new Browser(url())
    const typed = { ...right(), next: '/masa/yeni', text, kind: 'request' }
    const signedIn = await officer.post('/giris', typed)
    assert.equal(signedIn.headers.location, '/devam')
    const back = await officer.get('/devam')
    assert.include(back.body, text)
    assert.lengthOf(await db.from('petitions'), 0)

    const sent = await officer.post('/masa/yeni', { ...hiddenFields(back.body, '/masa/yeni') })
    assert.equal(sent.status, 422, 'the form of the desk asks for its own token')
    assert.include(sent.body, text)
    officer.close()
  })

  test('keeps a carried form in the session so that nobody can read it there', async ({
    client,
    assert,
  }) => {
    const typed = { nationalId: '12345678950', text: 'Sözlü anlatıldı.' }
    const sent = await client
      .post('/giris')
      .form({ ...right(), ...typed, next: '/masa/yeni' })
      .redirects(0)
    sent.assertHeader('location', '/devam')
    const kept = JSON.stringify([sent.session(), sent.flashMessages()])
    assert.include(kept, 'resumption')
    Object.values(typed).forEach((value) => assert.notInclude(kept, value))
  })

  test('carries no form of another site through the sign-in, and touches no session', async ({
    client,
    assert,
  }) => {
    const theirs = { text: 'Başka yerde yazıldı.', kind: 'request' }
    const headers: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://baska.example' },
      // A frame that its page locked up, in a browser that does not say where a form stood.
      { origin: 'null' },
    ]
    for (const header of headers) {
      for (const address of ['/masa/yeni', '/giris', '/cikis']) {
        const refused = await client.post(address).headers(header).redirects(0).form(theirs)
        refused.assertStatus(403)
        assert.notInclude(refused.text(), theirs.text)
        assert.isUndefined(refused.header('set-cookie'))
      }
    }
  })

  test('leads to the sign-in whoever signs out when the session has ended', async ({
    assert,
    client,
  }) => {
    for (const address of ['/cikis', '/cikis/her-yerde']) {
      const sent = await client.post(address).redirects(0).form({ _csrf: 'eski' })
      sent.assertStatus(303)
      sent.assertHeader('location', '/giris')
    }
    const door = await client.get('/giris')
    assert.notInclude(door.text(), 'name="next"')
  })

  test('goes on with a form in which nothing is typed when the session has ended', async ({
    assert,
    client,
  }) => {
    const ended = await client.post('/gecitler/log/duraklat').form({ _csrf: 'eski' })
    ended.assertStatus(401)
    const fields = hiddenFields(ended.text(), '/giris')
    const officer = new Browser(url())
    const signedIn = await officer.post('/giris', { ...right('bilgiislem'), ...fields })
    assert.equal(signedIn.headers.location, '/devam')
    const back = await officer.get('/devam')
    const sent = await officer.post(
      '/gecitler/log/duraklat',
      hiddenFields(back.body, '/gecitler/log/duraklat')
    )
    assert.equal(sent.status, 303)
    officer.close()
  })

  test('gives a form with a stale token back with all that was typed', async ({ assert }) => {
    const officer = new Browser(url())
    await officer.post('/giris', right())
    const stale = await officer.post('/masa/yeni', { text: 'Uzun uzun yazıldı.', _csrf: 'eski' })
    assert.equal(stale.status, 403)
    assert.include(stale.body, 'Uzun uzun yazıldı.')
    const fields = hiddenFields(stale.body, '/masa/yeni')
    assert.equal(fields.text, 'Uzun uzun yazıldı.')
    assert.equal((await officer.post('/masa/yeni', fields)).status, 422)
    officer.close()
  })

  test('refuses a form without the token of the session', async ({ client, assert }) => {
    const officer = await Officer.findByOrFail('login', 'masa')
    await client.post('/tercih').loginAs(officer).form({ locale: 'en' })
    await officer.refresh()
    assert.equal(officer.locale, 'tr')
  })

  test('speaks the language that the officer chose', async ({ client, assert }) => {
    const officer = await Officer.findByOrFail('login', 'masa')
    await client.post('/tercih').loginAs(officer).withCsrfToken().form({ locale: 'en' })
    const page = await client.get('/hesap').loginAs(await officer.refresh())
    assert.include(page.text(), '<html lang="en"')
  })

  test('keeps the one preference when the other is chosen', async ({ client, assert }) => {
    const officer = await Officer.findByOrFail('login', 'masa')
    const prefer = (form: Record<string, string>) =>
      client.post('/tercih').loginAs(officer).withCsrfToken().form(form)
    await prefer({ shortcuts: 'off' })
    await prefer({ locale: 'en' })
    await officer.refresh()
    assert.equal(officer.locale, 'en')
    assert.isFalse(Boolean(officer.shortcuts))
    const queue = await client.get('/masa').loginAs(officer)
    assert.include(queue.text(), 'data-shortcuts="off"')
    assert.notInclude(queue.text(), '<kbd>')
  })

  test('shows each place only to those whose work it is', async ({ client }) => {
    const may: Record<string, string[]> = {
      '/masa/yeni': ['masa', 'sef', 'buro'],
      '/masa': ['masa', 'sef', 'buro'],
      '/birim': ['masa', 'sef', 'tarim', 'tarim.amir'],
      '/kayit': ['masa', 'sef', 'tarim', 'tarim.amir', 'kaymakam'],
      '/izleme': ['sef', 'kaymakam'],
    }
    const everyone = ['masa', 'sef', 'tarim', 'tarim.amir', 'kaymakam', 'bilgiislem']
    for (const [place, logins] of Object.entries(may)) {
      for (const login of everyone) {
        const officer = await Officer.findByOrFail('login', login)
        const page = await client.get(place).loginAs(officer)
        page.assertStatus(logins.includes(login) ? 200 : 403)
      }
    }
    const stranger = await client.get('/masa')
    stranger.assertStatus(401)
  })

  test('says that it signed out on every machine', async ({ assert }) => {
    const officer = new Browser(url())
    await officer.post('/giris', right())
    const account = await officer.get('/hesap')
    const fields = hiddenFields(account.body, '/cikis/her-yerde')
    const sent = await officer.post('/cikis/her-yerde', fields)
    const door = await officer.get(sent.headers.location!)
    assert.include(door.body, 'Bütün cihazlardan çıkış yapıldı.')
    assert.notInclude((await officer.get('/giris')).body, 'Bütün cihazlarda')
    officer.close()
  })

  test('signs out on every machine', async ({ assert }) => {
    const machines = [new Browser(url()), new Browser(url())]
    for (const machine of machines) {
      await machine.post('/giris', right())
      assert.equal((await machine.get('/hesap')).status, 200)
    }
    const officer = await Officer.findByOrFail('login', 'masa')
    await officer.signOutEverywhere()
    for (const machine of machines) {
      assert.equal((await machine.get('/hesap')).status, 401)
      machine.close()
    }
  })
})
