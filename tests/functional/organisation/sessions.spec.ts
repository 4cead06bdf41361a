import { configProvider } from '@adonisjs/core'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import type { ResolvedSessionConfig, SessionStoreContract } from '@adonisjs/session/types'
import { test } from '@japa/runner'
import { Browser } from '#database/demo/browser'
import sessionConfig from '#config/session'
import { DEMO_PASSWORD } from '#config/demonstration'
import { Officer, replacePassword } from '#organisation'
import { wrapped } from '#tests/support/database'

const url = () => `http://${process.env.HOST}:${process.env.PORT}`
const right = { login: 'masa', password: DEMO_PASSWORD }
const HOUR = 3_600_000

test.group('A session ends', (group) => {
  wrapped(group)

  test('on every machine when the password is replaced', async ({ assert }) => {
    const machines = [new Browser(url()), new Browser(url())]
    for (const machine of machines) await machine.post('/giris', right)
    const officer = await Officer.findByOrFail('login', 'masa')
    await replacePassword(officer, 'yeni-uzun-parola', null)
    for (const machine of machines) {
      assert.equal((await machine.get('/hesap')).status, 401)
      assert.equal((await machine.post('/giris', right)).status, 422)
      const again = await machine.post('/giris', { ...right, password: 'yeni-uzun-parola' })
      assert.equal(again.status, 303)
      assert.equal((await machine.get('/hesap')).status, 200)
      machine.close()
    }
  })

  test('that began with the old password just as it was replaced', async ({ client }) => {
    const officer = await Officer.findByOrFail('login', 'masa')
    const staff = { at: Date.now(), passwordVersion: officer.passwordVersion }
    await replacePassword(officer, 'yeni-uzun-parola', null)
    const page = await client.get('/hesap').withSession({ auth_web: officer.id, staff })
    page.assertStatus(401)
  })

  test('after twelve hours, however busy it was, and what was typed stays', async ({
    client,
    assert,
  }) => {
    const { id, passwordVersion } = await Officer.findByOrFail('login', 'masa')
    const since = (at: number) => ({ auth_web: id, staff: { at, passwordVersion } })
    const busy = since(Date.now() - 11.9 * HOUR)
    ;(await client.get('/hesap').withSession(busy)).assertStatus(200)
    const old = since(Date.now() - 12 * HOUR)
    const ended = await client
      .post('/masa/yeni')
      .withSession(old)
      .form({ text: 'Sözlü anlatıldı.' })
    ended.assertStatus(401)
    assert.include(ended.text(), 'Sözlü anlatıldı.')
    assert.isUndefined(ended.session().auth_web)
  })
})

test.group('A session of the database', (group) => {
  wrapped(group)

  test('is written when something changed, and otherwise only after minutes', async ({
    assert,
    cleanup,
  }) => {
    const config = (await configProvider.resolve<ResolvedSessionConfig>(app, sessionConfig))!
    const store = () => config.stores.database!(null as never, config)
    /** As a page does it, in whatever process. */
    const page = async (work: (own: SessionStoreContract) => unknown) => {
      const own = store()
      await own.read('one')
      return writes(async () => work(own))
    }
    await store().write('one', { staff: 1 })
    for (let pages = 0; pages < 5; pages++) {
      assert.lengthOf(await page((own) => own.touch('one')), 0)
      assert.lengthOf(await page((own) => own.write('one', { staff: 1 })), 0)
    }
    assert.lengthOf(await page((own) => own.write('one', { staff: 2 })), 1)
    assert.deepEqual(await store().read('one'), { staff: 2 })

    const now = Date.now
    cleanup(() => void (Date.now = now))
    Date.now = () => now() + 5 * 60_000
    assert.lengthOf(await page((own) => own.touch('one')), 1)
    assert.lengthOf(await page((own) => own.touch('one')), 0)
    Date.now = () => now() + 11 * HOUR
    assert.isNull(await store().read('one'))
  })
})

/** The statements that write a session; sweeping out old ones happens by chance. */
async function writes(work: () => Promise<unknown> | unknown) {
  const heard: string[] = []
  const hear = ({ sql }: { sql: string }) => {
    if (/^(insert|update)/i.test(sql)) heard.push(sql)
  }
  const client = db.connection().getReadClient()
  client.on('query', hear)
  await work()
  client.off('query', hear)
  return heard
}
