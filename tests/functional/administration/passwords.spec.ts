import env from '#start/env'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DEMO_PASSWORD } from '#config/demonstration'
import { hiddenFields } from '#database/demo/day/visitor'
import { Message } from '#notification'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { forgotten, province } from '#tests/support/databases/offices'
import { officer } from '#tests/support/journey'
import { browser, chooseIn, found, OWN, sendAs, slipAt } from '#tests/support/officers'

const at = ({ id }: { id: number }, rest = '') => `/yonetim/gorevliler/${id}${rest}`
const RIGHT = { login: 'tarim', password: DEMO_PASSWORD }

test.group('A password that somebody else replaces', (group) => {
  wrapped(group)

  test('ends sessions, and shows to the person and to the managers who did it', async ({
    client,
    assert,
  }) => {
    const [it, tarim] = [await officer('bilgiislem'), await found('tarim')]
    const machine = browser()
    await machine.post('/giris', RIGHT)
    const sent = await sendAs(client, it, at(tarim, '/parola'), { way: 'slip' })
    assert.equal((await machine.get('/birim')).status, 401)
    assert.equal((await machine.post('/giris', RIGHT)).status, 422, 'the old one opens nothing')

    const { password } = await slipAt(client, it, sent.header('location')!)
    assert.equal((await machine.post('/giris', { login: 'tarim', password })).status, 303)
    const chosen = await chooseIn(machine)
    const first = await machine.get(chosen.headers.location!)
    assert.include(first.body, 'Parolanız')
    assert.include(first.body, it.name)
    assert.notInclude((await machine.get('/birim')).body, it.name, 'said once')
    assert.include((await machine.get('/hesap')).body, it.name, 'and found again')
    machine.close()

    for (const login of ['sef', 'kaymakam']) {
      const list = await client.get('/yonetim/gorevliler').loginAs(await officer(login))
      assert.include(list.text(), says('administration.officers.resets'))
      assert.include(list.text(), `yenileyen: ${it.name}`)
    }
    const own = await client.get('/yonetim/gorevliler').loginAs(it)
    assert.notInclude(own.text(), says('administration.officers.resets'))
    const changes = await client.get('/yonetim/degisiklikler').loginAs(it)
    changes.assertTextIncludes('parolası yenilendi')
    changes.assertTextIncludes(tarim.name)
  })

  test('opens nothing with the slip of the time before', async ({ client }) => {
    const [sef, tarim] = [await officer('sef'), await found('tarim')]
    const slips = []
    for (let times = 0; times < 2; times++) {
      const sent = await sendAs(client, sef, at(tarim, '/parola'), { way: 'slip' })
      slips.push((await slipAt(client, sef, sent.header('location')!)).password)
    }
    const [before, now] = slips.map((password) => ({ login: 'tarim', password }))
    ;(await client.post('/giris').redirects(0).form(before!)).assertStatus(422)
    ;(await client.post('/giris').redirects(0).form(now!)).assertStatus(303)
  })

  test('is not one’s own, nor of somebody who left', async ({ client, assert }) => {
    const sef = await officer('sef')
    const own = await sendAs(client, sef, at(sef, '/parola'), { way: 'slip' })
    own.assertStatus(422)
    own.assertTextIncludes(says('administration.problems.own.account'))
    const tarim = await found('tarim')
    await tarim.merge({ leftOn: tarim.leftOn }).save()
    await db.from('officers').where('id', tarim.id).update({ left_on: '2026-01-01' })
    const gone = await sendAs(client, sef, at(tarim, '/parola'), { way: 'slip' })
    gone.assertStatus(422)
    assert.lengthOf(await db.from('password_slips'), 0)
  })

  test('takes along what was being written, through the page of the first password', async ({
    client,
    assert,
  }) => {
    const [sef, masa] = [await officer('sef'), await found('masa')]
    const sent = await sendAs(client, sef, at(masa, '/parola'), { way: 'slip' })
    const { password } = await slipAt(client, sef, sent.header('location')!)
    const one = browser()
    const typed = { login: 'masa', password, next: '/masa/yeni', text: 'Sözlü anlatıldı.' }
    assert.equal((await one.post('/giris', typed)).headers.location, '/devam')
    assert.equal((await one.get('/devam')).headers.location, '/hesap/parola')
    const page = await one.get('/hesap/parola')
    const fields = hiddenFields(page.body, '/hesap/parola')
    const short = { ...fields, newPassword: 'kısa', againPassword: 'kısa' }
    assert.equal((await one.post('/hesap/parola', short)).status, 422)
    const good = { ...fields, newPassword: OWN, againPassword: OWN }
    assert.equal((await one.post('/hesap/parola', good)).headers.location, '/devam')
    assert.include((await one.get('/devam')).body, 'Sözlü anlatıldı.')
    one.close()
  })
})

test.group('A link by which a password is chosen', (group) => {
  wrapped(group)
  group.each.setup(() => {
    env.set('APP_URL', 'https://acikkapi.edremit.example')
    env.set('MAIL_MAILER', 'smtp')
    return () => {
      env.set('APP_URL', '')
      env.set('MAIL_MAILER', 'none')
    }
  })

  test('is posted from the stored address, kept as a digest, and good once', async ({
    client,
    assert,
  }) => {
    const [sef, tarim] = [await officer('sef'), await found('tarim')]
    await tarim.merge({ email: 'emine@edremit.example' }).save()
    const sent = await sendAs(client, sef, at(tarim, '/parola'), { way: 'link' }).header(
      'host',
      'kotu.example'
    )
    sent.assertHeader('location', at(tarim))
    const message = await Message.query().where('event', 'passwordLink').firstOrFail()
    assert.equal(message.recipient, 'emine@edremit.example')
    const text = message.sealed!
    const [, token] = /^https:\/\/acikkapi\.edremit\.example\/parola\/([\w-]{22})$/.exec(text)!
    const { digest } = await db.from('password_slips').firstOrFail()
    assert.match(digest, /^[0-9a-f]{64}$/)
    const kept = JSON.stringify([await db.from('password_slips'), await db.from('messages')])
    assert.notInclude(kept, token!)

    const page = await client.get(`/parola/${token}`)
    page.assertStatus(200)
    page.assertHeader('cache-control', 'no-store')
    page.assertHeader('referrer-policy', 'no-referrer')
    const choose = (password: string) =>
      client
        .post(`/parola/${token}`)
        .redirects(0)
        .form({ newPassword: password, againPassword: password })
    ;(await choose('tarim tarim tarim')).assertStatus(422)
    ;(await choose(OWN)).assertStatus(303)
    ;(await choose(OWN)).assertStatus(410)
    ;(await client.get(`/parola/${token}`)).assertStatus(410)
    const right = { login: 'tarim', password: OWN }
    ;(await client.post('/giris').redirects(0).form(right)).assertStatus(303)
  })

  test('opens at the address that offices share, as a page of the one where its officer works', async ({
    client,
    assert,
    cleanup,
  }) => {
    await province()
    cleanup(() => forgotten())
    const [sef, tarim] = [await officer('sef'), await found('tarim')]
    await tarim.merge({ email: 'emine@edremit.example' }).save()
    const shared = { host: 'acikkapi.edremit.example' }
    await sendAs(client, sef, at(tarim, '/parola'), { way: 'link' }).headers(shared)
    const message = await Message.query().where('event', 'passwordLink').firstOrFail()
    const [path] = /\/parola\/[\w-]{22}$/.exec(message.sealed!)!
    const page = await client.get(path).headers(shared)
    page.assertStatus(200)
    page.assertTextIncludes('T.C. Edremit Kaymakamlığı')
    const typed = { newPassword: 'edremit kaymakamlığı', againPassword: '' }
    const refused = await client.post(path).headers(shared).form(typed)
    refused.assertStatus(422)
    refused.assertTextIncludes('T.C. Edremit Kaymakamlığı')
    const nobodys = await client.get(`/parola/${'a'.repeat(22)}`).headers(shared)
    nobodys.assertStatus(410)
    assert.notInclude(nobodys.text(), 'Edremit Kaymakamlığı</')
    ;(await client.get(path).header('host', 'kotu.example')).assertStatus(421)
  })

  test('opens nothing after 24 hours, after another one, and when nobody made it', async ({
    client,
    assert,
  }) => {
    const [sef, tarim] = [await officer('sef'), await found('tarim')]
    await tarim.merge({ email: 'emine@edremit.example' }).save()
    const tokens = []
    for (let times = 0; times < 2; times++) {
      await sendAs(client, sef, at(tarim, '/parola'), { way: 'link' })
      const message = await Message.query().orderBy('id', 'desc').firstOrFail()
      tokens.push(/\/parola\/([\w-]{22})/.exec(message.sealed!)![1]!)
    }
    const status = async (token: string) => (await client.get(`/parola/${token}`)).status()
    assert.deepEqual([await status(tokens[0]!), await status(tokens[1]!)], [410, 200])
    await db.from('password_slips').update({ expires_at: '2026-01-01 00:00:00' })
    assert.equal(await status(tokens[1]!), 410)
    assert.equal(await status('x'.repeat(22)), 410)
  })
})

test.group('A login that was guessed at', (group) => {
  wrapped(group)

  test('is unlocked, and only that one', async ({ client }) => {
    const enter = (login: string, password = DEMO_PASSWORD) =>
      client.post('/giris').redirects(0).form({ login, password })
    for (let tries = 0; tries < 6; tries++) {
      for (const login of ['tarim', 'orman']) await enter(login, 'yanlis')
    }
    ;(await enter('tarim')).assertStatus(429)
    const [it, tarim] = [await officer('bilgiislem'), await found('tarim')]
    ;(await sendAs(client, it, at(tarim, '/kilit'))).assertStatus(303)
    ;(await enter('tarim')).assertStatus(303)
    ;(await enter('orman')).assertStatus(429)
    for (let tries = 0; tries < 6; tries++) await enter('tarim', 'yanlis')
    ;(await enter('tarim')).assertStatus(429)
  })
})

test.group('Somebody’s sessions', (group) => {
  wrapped(group)

  test('end on every machine when an administrator ends them', async ({ client, assert }) => {
    const one = browser()
    await one.post('/giris', RIGHT)
    const [it, tarim] = [await officer('bilgiislem'), await found('tarim')]
    ;(await sendAs(client, it, at(tarim, '/oturumlar'))).assertStatus(303)
    assert.equal((await one.get('/birim')).status, 401)
    assert.equal((await one.post('/giris', RIGHT)).status, 303, 'the password stays')
    one.close()
  })
})
