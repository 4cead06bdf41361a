import { test } from '@japa/runner'
import { DEMO_PASSWORD } from '#config/demonstration'
import { hiddenFields } from '#database/demo/day/visitor'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { browser, found, OWN, sendAs } from '#tests/support/officers'
import { deviceName } from '../../../app/organisation/signing_in/device_name.ts'

const RIGHT = { login: 'masa', password: DEMO_PASSWORD }

test.group('One’s own account', (group) => {
  wrapped(group)

  test('shows where one is signed in, and ends one session from another', async ({ assert }) => {
    const [here, there] = [browser(), browser()]
    for (const one of [here, there]) await one.post('/giris', RIGHT)
    const page = await here.get('/hesap')
    assert.include(page.body, '127.0.0.1')
    assert.include(page.body, says('organisation.account.thisSession'))
    assert.include(page.body, says('organisation.account.result.in'))
    const fields = hiddenFields(page.body, '/hesap/oturum')
    assert.equal((await here.post('/hesap/oturum', fields)).status, 303)
    assert.equal((await there.get('/hesap')).status, 401)
    assert.equal((await here.get('/hesap')).status, 200)
    here.close()
    there.close()
  })

  test('takes another password from whoever knows the present one', async ({ assert }) => {
    const [here, there] = [browser(), browser()]
    for (const one of [here, there]) await one.post('/giris', RIGHT)
    const fields = hiddenFields((await here.get('/hesap/parola')).body, '/hesap/parola')
    const change = (typed: Record<string, string>) =>
      here.post('/hesap/parola', { ...fields, newPassword: OWN, againPassword: OWN, ...typed })
    const wrong = await change({ currentPassword: 'yanlis' })
    assert.equal(wrong.status, 422)
    assert.include(wrong.body, says('organisation.problems.currentPassword.wrong'))
    assert.equal((await change({ ...right(), againPassword: 'başka' })).status, 422)
    const common = { newPassword: 'galatasaray1905', againPassword: 'galatasaray1905' }
    assert.equal((await change({ ...right(), ...common })).status, 422)
    assert.equal((await change(right())).headers.location, '/hesap')
    assert.equal((await here.get('/hesap')).status, 200, 'this session goes on')
    assert.equal((await there.get('/hesap')).status, 401)
    assert.equal((await there.post('/giris', RIGHT)).status, 422)
    here.close()
    there.close()
  })

  test('makes whoever found it open wait before a tenth guess at the password', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const wrong = { currentPassword: 'yanlis', newPassword: OWN, againPassword: OWN }
    for (let tries = 0; tries < 10; tries++) await sendAs(client, masa, '/hesap/parola', wrong)
    ;(await sendAs(client, masa, '/hesap/parola', { ...wrong, ...right() })).assertStatus(429)
    assert.equal((await found('masa')).passwordVersion, 1)
  })

  test('keeps name, e-mail and telephone, and gives back what will not do', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const about = { version: '1', name: 'Gülsüm Ortakçı Ay', email: '', phone: '0266 000 00 00' }
    const wrong = await sendAs(client, masa, '/hesap', { ...about, email: 'a@b' })
    wrong.assertStatus(422)
    wrong.assertTextIncludes('value="Gülsüm Ortakçı Ay"')
    ;(await sendAs(client, masa, '/hesap', about)).assertStatus(303)
    const now = await found('masa')
    assert.deepEqual([now.name, now.phone, now.roles], [about.name, about.phone, masa.roles])
    ;(await sendAs(client, masa, '/hesap', about)).assertStatus(409)
  })
})

function right() {
  return { currentPassword: DEMO_PASSWORD }
}

test.group('The name of a device', () => {
  test('says browser and system, as far as they are known', ({ assert }) => {
    const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
    const names = {
      [`${windows} AppleWebKit/537.36 Chrome/130.0 Safari/537.36`]: 'Chrome, Windows',
      [`${windows} AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0`]: 'Edge, Windows',
      'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0': 'Firefox, Linux',
      'curl/8': '',
      '': '',
    }
    for (const [agent, name] of Object.entries(names)) assert.equal(deviceName(agent), name)
  })
})
