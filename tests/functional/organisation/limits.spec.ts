import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Browser } from '#database/demo/browser'
import { DEMO_PASSWORD } from '#config/demonstration'
import { Officer } from '#organisation'
import { Busy, checked } from '../../../app/organisation/signing_in/password.ts'
import { networksIn } from '#shared/network/networks'
import { signIn } from '../../../app/organisation/signing_in/sign_in.ts'
import { wrapped } from '#tests/support/database'

const url = () => `http://${process.env.HOST}:${process.env.PORT}`
const right = { login: 'masa', password: DEMO_PASSWORD }

/** Strangers guess at a login from three addresses, and are made to wait at each of them. */
async function strangersGuess(login: string) {
  for (const place of [1, 2, 3]) {
    for (let tries = 0; tries < 30; tries++) {
      await signIn(login, `yanlis${tries}`, `198.51.100.${place}`)
    }
  }
}

test.group('Strangers who guess at a password', (group) => {
  wrapped(group)

  test('keep nobody from signing in elsewhere', async ({ assert }) => {
    for (let quarter = 0; quarter < 4; quarter++) await strangersGuess('masa')
    assert.property(await signIn('masa', DEMO_PASSWORD, '192.0.2.7'), 'officer')
  })

  test('from everywhere keep nobody from signing in on a known device', async ({ assert }) => {
    const device = new Browser(url())
    assert.equal((await device.post('/giris', right)).status, 303)
    for (let place = 0; place < 120; place++) {
      await signIn('masa', 'yanlis', `10.0.${place}.1`)
    }
    const elsewhere = await signIn('masa', DEMO_PASSWORD, '192.0.2.7')
    assert.include(elsewhere, { problem: 'tooMany' })
    assert.equal((await device.post('/giris', right)).status, 303)
    device.close()
  })

  test('on a known device wait as well, for others than its owner too', async ({ assert }) => {
    const device = new Browser(url())
    await device.post('/giris', right)
    for (let tries = 0; tries < 10; tries++) {
      assert.equal((await device.post('/giris', { ...right, password: 'yanlis' })).status, 422)
    }
    assert.equal((await device.post('/giris', right)).status, 429)
    for (let tries = 0; tries < 5; tries++) {
      await device.post('/giris', { login: 'sef', password: 'yanlis' })
    }
    const other = await device.post('/giris', { login: 'sef', password: DEMO_PASSWORD })
    assert.equal(other.status, 429, 'a device is known to those alone who signed in there')
    device.close()
  })

  test('cannot make a device known', async ({ client }) => {
    for (let tries = 0; tries < 6; tries++) {
      await client
        .post('/giris')
        .cookie('acik_kapi_cihaz', { id: 'x', logins: ['masa'] })
        .form({ ...right, password: 'yanlis' })
    }
    const guesser = await client.post('/giris').form(right)
    guesser.assertStatus(429)
  })
})

test.group('The house’s own networks', () => {
  test('are taken as addresses and as networks, of both kinds', ({ assert }) => {
    const networks = networksIn(' 10.20.0.0/16, 2001:db8:7::/48,192.0.2.7 ')
    for (const ip of ['10.20.3.4', '::ffff:10.20.3.4', '2001:db8:7:1::9', '192.0.2.7']) {
      assert.isTrue(networks.has(ip), ip)
    }
    for (const ip of ['10.21.0.1', '2001:db8:8::1', '192.0.2.8', '', 'x']) {
      assert.isFalse(networks.has(ip), ip)
    }
    assert.isFalse(networksIn('').has('10.20.3.4'))
  })

  test('say which of them is none', ({ assert }) => {
    for (const wrong of ['10.20.0.0/33', '10.20/16', 'ev', '10.0.0.0/8/9', '0.0.0.0/0']) {
      assert.throws(() => networksIn(`10.0.0.0/8, ${wrong}`), new RegExp(`"${wrong}"`))
    }
  })
})

test.group('Passwords', (group) => {
  wrapped(group)

  test('are checked two at a time, with a queue that ends; the house has its own', async ({
    assert,
  }) => {
    const kept = await hash.make('uzun-bir-parola')
    const strangers = Array.from({ length: 40 }, () => checked(kept, 'yanlis', false))
    const house = checked(kept, 'uzun-bir-parola', true)
    const outcomes = await Promise.allSettled(strangers)
    const refused = outcomes.filter(({ status }) => status === 'rejected')
    assert.lengthOf(refused, 18)
    for (const outcome of refused) {
      assert.instanceOf((outcome as PromiseRejectedResult).reason, Busy)
    }
    assert.isTrue((await house).isRight)
  })

  test('of one machine leave room in the queue for everybody else’s', async ({ assert }) => {
    const from = (ip: string, login: string) => signIn(login, 'yanlis', ip)
    const flood = Array.from({ length: 25 }, (_, at) => from('198.51.100.9', `yok${at}`))
    const crowd = Array.from({ length: 10 }, (_, at) => from(`198.51.100.${100 + at}`, `yok${at}`))
    const outcomes = await Promise.all(crowd)
    for (const outcome of outcomes) assert.include(outcome, { problem: 'wrong' })
    await Promise.all(flood)

    const kept = await hash.make('uzun-bir-parola')
    const checks = Array.from({ length: 25 }, () => checked(kept, 'yanlis', false, '198.51.100.9'))
    const ended = await Promise.allSettled(checks)
    assert.lengthOf(
      ended.filter(({ status }) => status === 'rejected'),
      20
    )
  })

  test('of former times are kept anew when they were right, and no session ends', async ({
    assert,
  }) => {
    const former = '$scrypt$n=16,r=8,p=1$'
    const { scrypt, randomBytes } = await import('node:crypto')
    const salt = randomBytes(16)
    const digest = await new Promise<Buffer>((resolve, reject) =>
      scrypt(
        DEMO_PASSWORD,
        salt,
        64,
        { cost: 16, blockSize: 8, parallelization: 1 },
        (error, key) => (error ? reject(error) : resolve(key))
      )
    )
    const bare = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
    const password = `${former}${bare(salt)}$${bare(digest)}`
    await db.from('officers').where('login', 'masa').update({ password })
    const officer = new Browser(url())

    await officer.post('/giris', { ...right, password: 'yanlis' })
    const before = await Officer.findByOrFail('login', 'masa')
    assert.equal(before.password, password, 'not by a wrong one')
    assert.equal((await officer.post('/giris', right)).status, 303)
    const after = await Officer.findByOrFail('login', 'masa')
    assert.match(after.password, /^\$scrypt\$n=16,r=8,p=5\$/)
    assert.equal((await officer.get('/hesap')).status, 200)
    assert.equal((await officer.post('/giris', right)).status, 303)
    officer.close()
  })

  test('cost an unknown login, a known one and one of former times the same work', async ({
    assert,
  }) => {
    const work: string[][] = []
    const scrypt = hash.use('scrypt')
    const rest = hash.use('rest')
    const [make, verify, more] = [scrypt.make, scrypt.verify, rest.make]
    const done: number[] = []
    scrypt.make = (value) => (done.push(5), make.call(scrypt, value))
    scrypt.verify = (kept, value) => (
      done.push(Number(/p=(\d)/.exec(kept)![1])),
      verify.call(scrypt, kept, value)
    )
    rest.make = (value) => (done.push(4), more.call(rest, value))
    try {
      const old = (await rest.make('eski-bir-parola')).replace('p=4', 'p=1')
      await db.from('officers').where('login', 'sef').update({ password: old })
      for (const login of ['kimse', 'masa', 'sef']) {
        done.length = 0
        const statements: string[] = []
        const hear = (query: { sql: string }) => statements.push(query.sql)
        db.connection().getReadClient().on('query', hear)
        await signIn(login, 'yanlis', '192.0.2.7')
        db.connection().getReadClient().off('query', hear)
        work.push([...statements, String(done.reduce((sum, p) => sum + p))])
      }
    } finally {
      Object.assign(scrypt, { make, verify })
      rest.make = more
    }
    assert.deepEqual(work[1], work[0])
    assert.deepEqual(work[2], work[0])
    assert.equal(work[0]!.at(-1), '5')
  })
})

test.group('What is kept of a try to sign in', (group) => {
  wrapped(group)

  test('is who, when, on which way and how it ended, and nothing that was typed', async ({
    assert,
  }) => {
    await Officer.query().where('login', 'tapu').update({ left_on: '2026-01-01' })
    await signIn('Masa', DEMO_PASSWORD, '192.0.2.7')
    await signIn('masa', 'gizli-parola', '192.0.2.7')
    await signIn('gizli-parola', 'masa', '192.0.2.7')
    await signIn('tapu', DEMO_PASSWORD, '192.0.2.8')
    const rows = await db.from('sign_ins').orderBy('id')
    const masa = await Officer.findByOrFail('login', 'masa')
    assert.deepEqual(
      rows.map(({ result, way }) => `${way} ${result}`),
      ['elsewhere in', 'elsewhere wrong', 'elsewhere wrong', 'elsewhere left']
    )
    assert.deepEqual([rows[0].officer_id, rows[2].officer_id], [masa.id, null])
    assert.equal(rows[0].login_digest, rows[1].login_digest)
    assert.equal(rows[0].from_digest, rows[2].from_digest)
    assert.notEqual(rows[0].from_digest, rows[3].from_digest)
    const kept = JSON.stringify(rows)
    for (const typed of ['gizli', 'masa', '192.0.2', DEMO_PASSWORD]) assert.notInclude(kept, typed)
  })
})

test.group('A login', (group) => {
  wrapped(group)

  test('is one, however it is typed', async ({ assert }) => {
    await Officer.query().where('login', 'masa').update({ login: 'sube' })
    for (const typed of ['sube', 'Şube', 'ŞUBE', ' sube ', 's\u200bube', 'şube']) {
      assert.property(await signIn(typed, DEMO_PASSWORD, '192.0.2.7'), 'officer', typed)
    }
  })

  test('that can be none is answered with what is wrong, and is no try', async ({
    client,
    assert,
  }) => {
    const sentences = { '': 'Kullanıcı adınızı yazın.', 'ali veli': 'boşluk bulunmaz' }
    for (const [login, sentence] of Object.entries(sentences)) {
      const page = await client.post('/giris').form({ login, password: 'yanlis' })
      page.assertStatus(422)
      assert.include(page.text(), sentence)
    }
    assert.lengthOf(await db.from('rate_limits'), 0)
  })
})
