import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { hiddenFields } from '#database/demo/day/visitor'
import { Petition } from '#intake'
import { Authority, Catalogue, ChangesList } from '#organisation'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer } from '#tests/support/journey'
import { details } from '#tests/support/petitions'

const PAGE = '/yonetim/makam'
const HOURS = '08.30–12.30, 13.30–17.30'
const OFFICE = {
  name: 'Edremit Kaymakamlığı',
  address: 'Hükümet Konağı',
  phone: '0266 000 00 01',
  email: 'makam@edremit.example',
  ...{ day1: HOURS, day2: HOURS, day3: HOURS, day4: HOURS, day5: '08.30–12.30' },
  ...{ duty: 'Nöbetçi memur', dutyPhone: '0266 000 00 02' },
  ...{ sender: 'EDREMITKYM', promise: 'calendar' },
}

async function send(client: ApiClient, fields: Record<string, string>, who = 'sef', path = PAGE) {
  const form = client.post(path).redirects(0).form(fields)
  return form.loginAs(await officer(who)).withCsrfToken()
}

async function opened(client: ApiClient, who = 'sef') {
  const page = (await client.get(PAGE).loginAs(await officer(who))).text()
  return { page, version: hiddenFields(page, PAGE).version! }
}

test.group('The authority’s own page', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('keeps what its people say of it, and citizens read it at once', async ({
    client,
    assert,
  }) => {
    const { page, version } = await opened(client)
    assert.include(page, 'Hafta içi 08.30–12.30 ve 13.30–17.30')
    assert.notInclude(page, '/yonetim/adresler', 'the address is for IT')
    const answer = await send(client, { ...OFFICE, version })
    assert.equal(answer.status(), 303)

    const home = (await client.get('/')).text()
    assert.include(home, 'Pazartesi–Perşembe 08.30–12.30 ve 13.30–17.30; Cuma 08.30–12.30')
    assert.include(home, 'Nöbetçi memur')
    assert.include(home, 'tel:02660000002')
    assert.include((await client.get('/en')).text(), 'Monday–Thursday 08.30–12.30 and 13.30–17.30')
    const { authority } = await district()
    const [change] = (await ChangesList.of('authority', authority.id)).rows
    assert.sameMembers(
      change!.changed.map(({ field }) => field),
      ['address', 'phone', 'email', 'openingHours', 'duty', 'dutyPhone', 'sender', 'metropolitan']
    )
  })

  test('gives the form back whole, each wrong field with its sentence', async ({
    client,
    assert,
  }) => {
    const { version } = await opened(client)
    const wrong = { name: '', day2: 'sabah', day6: '12.00–10.00', sender: 'KAYMAKAMLIĞI' }
    const answer = await send(client, { ...OFFICE, ...wrong, email: 'ali@', version })
    assert.equal(answer.status(), 422)
    for (const words of [
      ...['Adı yazın.', 'Salı: saatleri', 'Cumartesi: saatleri', 'Gönderici adı 3–11 harf'],
      ...['value="sabah"', 'value="12.00–10.00"', 'value="KAYMAKAMLIĞI"', 'value="ali@"'],
    ]) {
      assert.include(answer.text(), words)
    }
    assert.notInclude(answer.text(), 'administration.problems')
    assert.equal((await Authority.firstOrFail()).version, Number(version))
  })

  test('sets quiet hours of its own, none, or leaves them to the server', async ({
    client,
    assert,
  }) => {
    const kept = async () => (await Authority.firstOrFail()).quietHours
    const save = async (fields: Record<string, string>) => {
      const { version } = await opened(client)
      return send(client, { ...OFFICE, ...fields, version })
    }
    assert.isNull(await kept())
    await save({ quiet: 'own', quietFrom: '22:30', quietUntil: '7.00' })
    assert.equal(await kept(), '22:30-07:00')
    const { page } = await opened(client)
    assert.match(page, /name="quiet" value="own" [^>]*checked/)
    assert.include(page, 'value="22.30"')
    assert.include(page, '22.30–07.00', 'among the changes')

    for (const [fields, words] of [
      [{ quiet: 'own', quietFrom: '', quietUntil: '08.00' }, 'Sessizliğin başladığı saati yazın'],
      [{ quiet: 'own', quietFrom: '25.00', quietUntil: '08.00' }, 'Saati 21.00 gibi yazın.'],
      [{ quiet: 'own', quietFrom: '08.00', quietUntil: '08.00' }, 'başladığı saatte bitemez'],
      [{ quiet: 'own', quietFrom: '08.00', quietUntil: '01.00' }, 'en çok 16 saat'],
    ] as const) {
      const answer = await save(fields)
      assert.equal(answer.status(), 422, words)
      assert.include(answer.text(), words)
      assert.include(answer.text(), `name="quietFrom" value="${fields.quietFrom}"`)
    }
    assert.equal(await kept(), '22:30-07:00')
    await save({ quiet: 'none' })
    assert.equal(await kept(), 'none')
    await save({ quiet: 'usual' })
    assert.isNull(await kept())
  })

  test('tells the second of two at once, and lets them overrule the first', async ({
    client,
    assert,
  }) => {
    const { version } = await opened(client)
    await send(client, { ...OFFICE, version })
    assert.equal((await send(client, { ...OFFICE, version })).status(), 303, 'a second press')
    const later = { ...OFFICE, address: 'Yeni Hükümet Konağı', version }
    const told = await send(client, later, 'bilgiislem')
    assert.equal(told.status(), 409)
    assert.include(told.text(), 'value="Yeni Hükümet Konağı"')
    assert.include(told.text(), 'Nedim Karaltı', 'the change that was faster')
    const seen = hiddenFields(told.text(), PAGE).version!
    assert.equal((await send(client, { ...later, version: seen }, 'bilgiislem')).status(), 303)
    assert.equal((await Authority.firstOrFail()).address, 'Yeni Hükümet Konağı')
  })

  test('a promise counts for petitions from then on, and can be taken back', async ({
    client,
    assert,
  }) => {
    const dueOf = async ({ petition }: { petition: Petition }) =>
      (await Petition.findOrFail(petition.id)).dueOn.toISODate()
    const before = await Petition.receive(details())
    const due = await dueOf(before)
    const { version } = await opened(client)
    await send(client, { ...OFFICE, promise: 'working', version })
    const catalogue = await district()
    assert.deepEqual(catalogue.promise, { days: 7, counted: 'working', rolls: 'no' })
    assert.equal(await dueOf(before), due, 'what was promised stays')
    assert.isAbove(Date.parse((await dueOf(await Petition.receive(details())))!), Date.parse(due!))

    const again = await opened(client)
    assert.include(again.page, '7 iş günü')
    await send(client, { ...OFFICE, promise: 'calendar', version: again.version })
    assert.equal((await district()).promise.counted, 'calendar')
    const own = await db.from('deadline_rules').whereNotNull('authority_id').orderBy('id')
    assert.deepEqual(
      own.map(({ counted, closed_at: closed }) => [counted, closed === null]),
      [
        ['working', false],
        ['calendar', true],
      ]
    )
  })
})
