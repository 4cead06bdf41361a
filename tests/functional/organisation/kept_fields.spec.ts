import { I18n } from '@adonisjs/i18n'
import { test } from '@japa/runner'
import i18nManager from '@adonisjs/i18n/services/main'
import { Browser } from '#database/demo/browser'
import { DEMO_PASSWORD } from '#config/demonstration'
import { keptFields, Officer } from '#organisation'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { walked, wholeHouse } from '#tests/support/walks/every_form'

const url = () => `http://${process.env.HOST}:${process.env.PORT}`

test.group('A form that goes on after signing in', (group) => {
  wrapped(group)

  test('shows all that will be sent, in words, before the button', async ({ assert }) => {
    const officer = new Browser(url())
    const typed = {
      ...{
        'kind': 'tipOff',
        'complained': 'TAR',
        'phone': '05000123456',
        'draft-outcome': 'refused',
      },
      ...{ 'draft-reason': '', 'hidden': 'kimse-görmesin' },
    }
    const door = { login: 'masa', password: DEMO_PASSWORD, next: '/masa/yeni' }
    await officer.post('/giris', { ...door, ...typed })
    const { body } = await officer.get('/devam')
    const shown = body.slice(0, body.indexOf('<form class="opens"'))
    for (const words of ['İhbar', 'Tarım', '05000123456', 'Cevap taslağı: Sonuç', 'Olumsuz']) {
      assert.include(shown, words)
    }
    for (const words of ['(boş)', 'hidden', 'kimse-görmesin', '/masa/yeni']) {
      assert.include(shown, words)
    }
    assert.notInclude(shown, 'tipOff')
    officer.close()
  })

  test('leaves nothing in memory of fields that somebody made up', async ({
    client,
    assert,
    cleanup,
  }) => {
    const format = I18n.prototype.t
    const formatted: string[] = []
    I18n.prototype.t = function (key, ...more) {
      formatted.push(key)
      return format.call(this, key, ...more)
    }
    cleanup(() => void (I18n.prototype.t = format))
    const officer = await Officer.findByOrFail('login', 'masa')
    const stale = () => client.post('/tercih').loginAs(officer).form({ madeUp: 'x', locale: 'tr' })
    for (let time = 0; time < 3; time++) (await stale()).assertStatus(403)
    const times = (name: string) =>
      formatted.filter((key) => key === `organisation.kept.field.${name}`).length
    assert.equal(times('madeUp'), 3)
    assert.isAtMost(times('locale'), 1)
  })

  test('has a word in both languages for every field of every form', async ({ client, assert }) => {
    await wholeHouse(client)
    const { forms } = await walked(client)
    const names = new Set(
      forms
        .filter(({ method, route }) => method === 'POST' && !/^sessions/.test(route))
        .flatMap(({ fields }) => fields.map(({ name }) => name))
    )
    assert.isAbove(names.size, 30)
    const catalogue = await district()
    for (const locale of ['tr', 'en']) {
      const i18n = i18nManager.locale(locale)
      const t = (key: string) => i18n.t(key)
      const nameless = [...names].filter((name) => {
        const [field] = keptFields([{ name, value: 'x' }], catalogue, t)
        return field!.label === name || /: [a-z]/.test(field!.label)
      })
      assert.deepEqual(nameless, [], locale)
    }
  }).timeout(300_000)
})
