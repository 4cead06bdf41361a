import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { LastDay, Petition, Urgency } from '#intake'
import { Catalogue, Change, ruleFor } from '#organisation'
import { dayOf } from '#shared/dates/turkish_date'
import { wrapped } from '#tests/support/database'
import { district, districtId } from '#tests/support/databases/district'
import { officer } from '#tests/support/journey'
import { details } from '#tests/support/petitions'

const AT = '/yonetim/takvim/sure'
const WORDS = { reason: 'iki saat içinde', reasonEn: 'within two hours', source: 'Makam oluru' }

async function post(client: ApiClient, path: string, fields: object) {
  const form = client
    .post(path)
    .redirects(0)
    .form({ ...WORDS, ...fields })
    .withCsrfToken()
  return form.loginAs(await officer('sef'))
}

const rules = async () => (await Catalogue.of(districtId())).rules

test.group('Rules of every clock', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('stand on one page, those of the law with their source', async ({ client, assert }) => {
    const page = await client.get('/yonetim/takvim').loginAs(await officer('sef'))
    page.assertTextIncludes('Masanın yönlendirme süresi: genel')
    page.assertTextIncludes('6698 sayılı Kişisel Verilerin Korunması Kanunu, madde 13')
    page.assertTextIncludes('Kanundaki süre: KVKK başvurusu')
    assert.match(page.text(), /Acil başvuruya bakma süresi: [^<]*hemen bakılacaklar/)
  })

  test('differ by kind and by urgency, the narrower before the wider', async ({
    client,
    assert,
  }) => {
    const hours = { days: '4', counted: 'hours', starts: 'receipt', version: '0' }
    ;(await post(client, `${AT}/desk/genel.soon`, hours)).assertStatus(303)
    ;(await post(client, `${AT}/desk/complaint`, { ...hours, days: '6' })).assertStatus(303)
    const of = async (kind: string, urgency: string) =>
      ruleFor(await rules(), 'desk', kind, urgency).days
    assert.equal(await of('request', 'ordinary'), 8)
    assert.equal(await of('request', 'soon'), 4)
    assert.equal(await of('complaint', 'soon'), 6)
    const [change] = await Change.query().where('thing', 'rule').orderBy('id', 'desc')
    assert.equal(change!.sort, 'added')
    const page = await client.get(`${AT}/desk/genel.soon`).loginAs(await officer('sef'))
    page.assertTextIncludes('yakında bakılacaklar')
    page.assertTextIncludes('value="4"')
  })

  test('of hours say how soon somebody looks at what is urgent', async ({ client, assert }) => {
    await db.from('authorities').where('id', districtId()).update({ duty: 'Nöbetçi' })
    const hours = { days: '5', counted: 'hours', version: '0' }
    ;(await post(client, `${AT}/look/genel.atOnce`, hours)).assertStatus(303)
    const { petition } = await Petition.receive(details({ text: 'Evde gaz kokusu var, acil!' }))
    const urgency = (await Urgency.of(petition))!
    assert.equal(urgency.until.diff(urgency.since, 'hours').hours, 5)
  })

  test('are refused where there can be none, and where the law has it shorter', async ({
    client,
  }) => {
    const sef = await officer('sef')
    for (const path of ['desk/genel.ordinary', 'extended/request', 'look/genel']) {
      ;(await client.get(`${AT}/${path}`).loginAs(sef)).assertStatus(404)
    }
    const days = { days: '31', counted: 'working', rolls: 'no', version: '0' }
    const page = await post(client, `${AT}/extended/informationRequest`, days)
    page.assertStatus(422)
    page.assertTextIncludes('Kanundaki süre kanunun verdiğinden')
    const wrong = await post(client, `${AT}/desk/genel`, { ...days, days: '500', counted: 'hours' })
    wrong.assertStatus(422)
    wrong.assertTextIncludes('Süre en çok 400 saat olabilir.')
  })

  test('of what is promised never give a later day than the law', async ({ client, assert }) => {
    const days = { days: '30', counted: 'calendar', rolls: 'yes' }
    const own = await db
      .from('deadline_rules')
      .where({ clock: 'promise', authority_id: districtId() })
    const version = own[0]?.version ?? 0
    const sent = await post(client, `${AT}/promise/genel`, { ...days, version })
    sent.assertStatus(303)
    const { petition } = await Petition.receive(details({ kind: 'informationRequest' }))
    const { promise, legal } = await LastDay.of(petition)
    const fifteen = (await district()).calendar.addWorkingDays(petition.receivedAt, 15)
    assert.equal(dayOf(promise!.dueOn).toISODate(), fifteen.toISODate())
    assert.equal(promise!.reasonIn('tr'), legal!.reasonIn('tr'))
    // 30 days end on Saturday 2 January 2027, which the law does not move and the promise would.
    const at = DateTime.fromISO('2026-12-03T10:00:00+03:00')
    const ordinary = (await district()).deadlines(at, 'request')
    assert.equal(ordinary.promise.on.toISODate(), '2027-01-02')
  })

  test('come out of a file, and what it did is undone', async ({ client, assert }) => {
    const sef = await officer('sef')
    const head =
      'Süre;Tür;Aciliyet;Ne kadar;Nasıl sayılır;Tatile gelirse ilerler;Ne zaman başlar;Açıklama;İngilizce açıklama;Kaynak\n'
    const line =
      'Masanın yönlendirme süresi;;;4;Çalışma saati;Hayır;Başvuru geldiğinde;4 saat;4 hours;Oluru\n'
    const csv = { filename: 'sureler.csv', contentType: 'text/csv' }
    const sent = await client
      .post('/yonetim/dosyadan')
      .loginAs(sef)
      .withCsrfToken()
      .redirects(0)
      .field('list', 'rules')
      .file('file', Buffer.from(head + line), csv)
    const path = sent.header('location')!
    const page = (await client.get(path).loginAs(sef)).text()
    const seen = /name="seen" value="(\w+)"/.exec(page)![1]
    const press = (to: string, fields = {}) =>
      client.post(to).loginAs(sef).withCsrfToken().redirects(0).form(fields)
    ;(await press(path, { seen })).assertStatus(303)
    Catalogue.forget()
    assert.equal(ruleFor(await rules(), 'desk', 'request').days, 4)
    ;(await press(`${path}/geri-al`)).assertStatus(303)
    Catalogue.forget()
    assert.equal(ruleFor(await rules(), 'desk', 'request').authorityId, null)
  })
})

test.group('A request under law 6698', (group) => {
  wrapped(group)

  test('is taken at the desk with its 30 days, and not offered on the web', async ({
    client,
    assert,
  }) => {
    const { petition } = await Petition.receive(details({ kind: 'dataRequest' }))
    const { legal } = await LastDay.of(petition)
    const thirty = dayOf(petition.receivedAt).plus({ days: 30 })
    assert.equal(dayOf(legal!.dueOn).toISODate(), thirty.toISODate())
    const rule = ruleFor((await district()).rules, 'legal', 'dataRequest')
    assert.equal(legal!.ruleId, rule.id)
    const desk = await client.get('/masa/yeni').loginAs(await officer('masa'))
    desk.assertTextIncludes('KVKK başvurusu')
    assert.notInclude((await client.get('/basvuru')).text(), 'dataRequest')
  })
})
