import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Authority, Catalogue, Officer, SetupWord } from '#organisation'
import { wrapped } from '#tests/support/database'
import { withoutDistrict } from '#tests/support/databases/empty_district'

const PERSON = {
  ...{ name: 'İlk Yönetici', login: 'yonetici' },
  ...{ password: 'dört kelimelik uzun parola', againPassword: 'dört kelimelik uzun parola' },
}
const FIELDS = { place: '10:Edremit', address: 'Hükümet Konağı', phone: '', ...PERSON }

function send(client: ApiClient, path: string, fields: Record<string, string>) {
  return client.post(path).redirects(0).form(fields)
}

test.group('Setting up an installation', (group) => {
  withoutDistrict(group)

  test('takes a word, a place and a person, and is over', async ({ client, assert }) => {
    const word = await SetupWord.issue()
    const door = await client.get('/kurulum')
    assert.equal(door.status(), 200)
    assert.notInclude(door.text(), 'Edremit')
    assert.equal(door.header('cache-control'), 'no-store')

    const page = await send(client, '/kurulum/sozcuk', { word: word.toLowerCase() })
    assert.equal(page.status(), 200)
    assert.include(page.text(), '<option value="10:Edremit" >Edremit Kaymakamlığı</option>')
    assert.notInclude(page.text(), ':Merkez"')
    const done = await send(client, '/kurulum', { ...FIELDS, word })
    assert.equal(done.status(), 303, done.text())
    assert.equal(done.header('location'), '/giris')

    const office = await Authority.whole().firstOrFail()
    assert.equal(office.name, 'Edremit Kaymakamlığı')
    assert.equal(office.code, 'edremit')
    assert.isTrue(Boolean(office.metropolitan))
    assert.equal(office.hoursIn('tr'), 'Hafta içi 08.30–12.30 ve 13.30–17.30')
    const catalogue = await Catalogue.of(office.id)
    assert.isAbove(catalogue.subjects.length, 50)
    const first = await Officer.verifyCredentials(PERSON.login, PERSON.password)
    assert.sameMembers((await first.loadRoles()).roles, ['bureauChief', 'it'])
    assert.equal(first.unitId, catalogue.bureau.id)

    assert.equal((await client.get('/')).status(), 200)
    assert.equal((await client.get('/kurulum')).status(), 404)
    assert.equal((await send(client, '/kurulum', { ...FIELDS, word })).status(), 404)
    assert.isEmpty(await db.from('setup_words'))
  })

  test('sets a province up with all its districts in one go', async ({ client, assert }) => {
    const word = await SetupWord.issue()
    const fields = { ...FIELDS, place: '10:', whole: '1', word }
    assert.equal((await send(client, '/kurulum', fields)).status(), 303)
    const [province, ...districts] = await Authority.whole()
    assert.equal(province!.name, 'Balıkesir Valiliği')
    assert.equal(province!.kind, 'province')
    assert.lengthOf(districts, 20)
    assert.isTrue(districts.every(({ parentId }) => parentId === province!.id))
    for (const { id } of districts) assert.exists((await Catalogue.of(id)).bureau)
  }).timeout(60_000)

  test('gives the form back whole, without the passwords', async ({ client, assert }) => {
    const word = await SetupWord.issue()
    const wrong = { ...FIELDS, whole: '1', name: '\u200b', againPassword: 'başka', word }
    const page = await send(client, '/kurulum', wrong)
    assert.equal(page.status(), 422)
    assert.include(page.text(), 'Bütün ilçeler yalnız valilikle')
    assert.include(page.text(), 'İki parola aynı değil')
    assert.include(page.text(), '<option value="10:Edremit" selected>')
    assert.include(page.text(), 'value="Hükümet Konağı"')
    assert.notInclude(page.text(), PERSON.password)
    assert.notInclude(page.text(), 'administration.problems')
    const empty = await send(client, '/kurulum', { word })
    for (const one of ['Makamı listeden seçin', 'Adı yazın', 'Parola en az 15']) {
      assert.include(empty.text(), one, 'all at once')
    }
    const short = { ...FIELDS, password: 'kısa', againPassword: 'kısa', word }
    const refused = await send(client, '/kurulum', short)
    assert.equal(refused.status(), 422)
    assert.notInclude(refused.text(), 'administration.problems')
    assert.isEmpty(await db.from('authorities'), 'nothing half done')
    for (const place of ['', '10:Havana', '82:', '__proto__', ':Edremit']) {
      assert.equal(
        (await send(client, '/kurulum', { ...FIELDS, place, word })).status(),
        422,
        place
      )
    }
    assert.equal((await send(client, '/kurulum', { ...FIELDS, word })).status(), 303)
  })

  test('opens to five tries, and to nobody after an hour', async ({ client, assert }) => {
    const word = await SetupWord.issue()
    const open = async (typed: string) =>
      (await send(client, '/kurulum/sozcuk', { word: typed })).status()
    for (let at = 0; at < 3; at++) assert.equal(await open(word), 200, 'the right one costs none')
    for (let at = 0; at < 5; at++) assert.equal(await open('YANLIS'), 422)
    assert.equal(await open(word), 422, 'spent')
    const second = await SetupWord.issue()
    assert.equal(await open(word), 422, 'a new one ends the one before')
    assert.equal(await open(second), 200)
    const past = DateTime.utc().minus({ minutes: 1 }).toFormat('yyyy-MM-dd HH:mm:ss')
    await db.from('setup_words').update({ expires_at: past })
    assert.equal(await open(second), 422)
    assert.equal((await send(client, '/kurulum', { ...FIELDS, word: second })).status(), 422)
    assert.isEmpty(await db.from('authorities'))
  })

  test('keeps of the word its digest alone, of 128 bits', async ({ assert }) => {
    const words = [await SetupWord.issue(), await SetupWord.issue()]
    const plain = words[1]!.replaceAll('-', '')
    assert.lengthOf(plain, 26)
    assert.notEqual(words[0], words[1])
    const rows = await db.from('setup_words')
    assert.lengthOf(rows, 1)
    assert.notInclude(JSON.stringify(rows), plain)
    assert.match(rows[0].digest, /^[0-9a-f]{64}$/)
  })
})

test.group('An installation that has an authority', (group) => {
  wrapped(group)

  test('has no page for setting up, and no word for it', async ({ client, assert }) => {
    assert.equal((await client.get('/kurulum')).status(), 404)
    assert.equal((await send(client, '/kurulum/sozcuk', { word: 'a' })).status(), 404)
    ace.ui.switchMode('raw')
    const command = await ace.exec('setup:word', [])
    ace.ui.switchMode('normal')
    assert.equal(command.exitCode, 1)
    assert.isEmpty(await db.from('setup_words'))
  })
})
