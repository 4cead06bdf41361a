import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { LastDay, Mover, Petition, Reckoning } from '#intake'
import { Catalogue, Change, DeadlineRule, Holiday } from '#organisation'
import { emptied } from '#tests/support/database'
import { district, districtId, neighbour } from '#tests/support/databases/district'
import { officer, received } from '#tests/support/journey'

const DAY = '/yonetim/takvim/gun'
const RULE = '/yonetim/takvim/sure/promise/genel'
const LEAVE = { kind: 'administrative', name: 'İdari izin', portion: 'full', reach: 'here' }
const SAID = {
  ...{ days: '7', counted: 'working', rolls: 'no', source: 'Makam oluru' },
  ...{ reason: 'kayıt gününden sonra 7 iş günü', reasonEn: '7 working days after receipt' },
}

async function post(client: ApiClient, path: string, fields: object, login = 'sef') {
  const form = client.post(path).redirects(0).form(fields).withCsrfToken()
  return form.loginAs(await officer(login))
}

/** Looks at what it would do, and saves. */
async function saved(client: ApiClient, path: string, fields: object) {
  const looked = await post(client, path, fields)
  const seen = /name="seen" value="([^"]+)"/.exec(looked.text())?.[1]
  return { looked, answer: await post(client, path, { ...fields, seen }) }
}

const moved = () => new Mover({ error() {} }, {}).round()
const iso = (day: DateTime) => day.toISODate()!

test.group('The calendar', (group) => {
  emptied(group)
  group.each.teardown(() => Catalogue.forget())

  test('says what leave would move, moves it after saving, and shows what was done', async ({
    client,
    assert,
  }) => {
    const petition = await received()
    const fields = { ...LEAVE, firstDay: iso(petition.dueOn) }
    const { looked, answer } = await saved(client, DAY, fields)
    looked.assertStatus(200)
    looked.assertTextIncludes('1 açık başvurunun son günü')
    looked.assertTextIncludes('gün ileri gider, hiçbiri geri gelmez.')
    looked.assertTextIncludes('value="İdari izin"')
    answer.assertStatus(303)
    const [holiday] = await Holiday.query().where('authority_id', districtId())
    const [change] = await Change.query().where({ thing: 'holiday', thing_id: holiday!.id })
    assert.equal(change!.sort, 'added')
    const page = await client.get('/yonetim/takvim').loginAs(await officer('sef'))
    page.assertTextIncludes('<progress')

    await moved()
    const { dueOn } = await Petition.findOrFail(petition.id)
    assert.isAbove(dueOn.toMillis(), petition.dueOn.toMillis())
    const later = await client.get('/yonetim/takvim').loginAs(await officer('sef'))
    later.assertTextIncludes('tamamlandı, 1 başvurunun son günü ileri alındı.')
    // The one who entered it sees it at once.
    const next = await received({ text: 'Sokak lambası yanmıyor.' })
    assert.equal(iso(next.dueOn), iso(dueOn))
  })

  test('saves nothing that was not looked at, and one day once', async ({ client, assert }) => {
    const fields = { ...LEAVE, firstDay: '2027-03-02', lastDay: '2027-03-04' }
    const own = Holiday.query().where('authority_id', districtId())
    await post(client, DAY, { ...fields, seen: '2027-03-02 2027-03-03 full here' })
    assert.isEmpty(await own.clone())
    const { looked } = await saved(client, DAY, fields)
    looked.assertTextIncludes('Hiçbir açık başvurunun son günü değişmez.')
    await saved(client, DAY, fields)
    assert.lengthOf(await own.clone(), 3)
    assert.lengthOf(await db.from('calendar_moves'), 1)
  })

  test('refuses what cannot be with a sentence each, and gives all back', async ({ client }) => {
    for (const [wrong, sentence] of [
      [{ firstDay: '' }, 'İlk günü yazın.'],
      [{ firstDay: '1026-12-01' }, 'Gün en erken'],
      [{ lastDay: '2027-03-01' }, 'Son gün ilk günden önce olamaz.'],
      [{ lastDay: '2027-05-01' }, 'Bir defada en çok 31 gün girilebilir.'],
      [{ kind: 'statutory' }, 'Resmî tatil bütün ülke için geçerlidir.'],
      [{ reach: 'tree' }, 'Kimin için geçerli olduğunu seçin.'],
    ] as const) {
      const fields = { ...LEAVE, firstDay: '2027-03-02', basis: '2027/4 sayılı olur', ...wrong }
      const page = await post(client, DAY, fields)
      page.assertStatus(422)
      page.assertTextIncludes(sentence)
      page.assertTextIncludes('value="2027/4 sayılı olur"')
    }
  })

  test('takes a day back without taking back what was promised', async ({ client, assert }) => {
    const petition = await received()
    await saved(client, DAY, { ...LEAVE, firstDay: iso(petition.dueOn) })
    await moved()
    const { dueOn } = await Petition.findOrFail(petition.id)
    const holiday = await Holiday.findByOrFail('name', 'İdari izin')
    const away = await post(client, `${DAY}/${holiday.id}/kaldir`, { version: '1' })
    away.assertStatus(303)
    await moved()
    assert.equal(iso((await Petition.findOrFail(petition.id)).dueOn), iso(dueOn))
    const next = await received({ text: 'Sokak lambası yanmıyor.' })
    assert.equal(iso(next.dueOn), iso(petition.dueOn))
    const [newest] = await Change.query().orderBy('id', 'desc')
    assert.equal(newest!.sort, 'closed')
  })

  test('tells the second of two who change one day', async ({ client, assert }) => {
    await saved(client, DAY, { ...LEAVE, firstDay: '2027-03-02' })
    const { id } = await Holiday.findByOrFail('name', 'İdari izin')
    const first = { ...LEAVE, firstDay: '2027-03-03', version: '1' }
    const { answer } = await saved(client, `${DAY}/${id}`, first)
    answer.assertStatus(303)
    const second = { ...LEAVE, name: 'Valilik izni', firstDay: '2027-03-04', version: '1' }
    const { answer: told } = await saved(client, `${DAY}/${id}`, second)
    told.assertStatus(409)
    told.assertTextIncludes('Siz yazarken başka biri bu kaydı değiştirdi.')
    told.assertTextIncludes('value="Valilik izni"')
    assert.match(told.text(), /name="version" value="2"/)
    assert.equal((await Holiday.findOrFail(id)).name, 'İdari izin')
  })

  test('lets leave be for a whole tree, and the country’s days for who stands above', async ({
    client,
    assert,
  }) => {
    const below = await neighbour()
    await db.from('authorities').where('id', below).update({ parent_id: districtId() })
    Catalogue.forget()
    await saved(client, DAY, { ...LEAVE, reach: 'tree', firstDay: '2027-03-02' })
    await saved(client, DAY, { ...LEAVE, name: 'Yerel izin', firstDay: '2027-03-03' })
    const { calendar } = await Catalogue.of(below)
    assert.isTrue(calendar.isDayOff(DateTime.fromISO('2027-03-02')))
    assert.isFalse(calendar.isDayOff(DateTime.fromISO('2027-03-03')))

    await db.from('authorities').where('id', below).update({ parent_id: null })
    await db.from('authorities').where('id', districtId()).update({ parent_id: below })
    Catalogue.forget()
    const page = await post(client, DAY, { ...LEAVE, reach: 'nation', firstDay: '2027-03-04' })
    page.assertStatus(422)
    const national = await Holiday.query().whereNull('authority_id').firstOrFail()
    const closed = await post(client, `${DAY}/${national.id}/kaldir`, { version: '1' })
    closed.assertStatus(404)
  })
})

test.group('A rule of a clock', (group) => {
  emptied(group)
  group.each.teardown(() => Catalogue.forget())

  test('counts for what is received from then on; what was received keeps its own', async ({
    client,
    assert,
  }) => {
    const before = await received()
    const old = (await LastDay.of(before)).promise!
    const answer = await post(client, RULE, { ...SAID, version: '0' })
    answer.assertStatus(303)
    const after = await received({ text: 'Sokak lambası yanmıyor.' })
    const { promise } = await LastDay.of(after)
    assert.match(promise!.reason, /^kayıt gününden sonra 7 iş günü/)
    Reckoning.forget()
    const still = await Petition.findOrFail(before.id)
    assert.equal((await LastDay.of(still)).promise!.reason, old.reason)

    // Leave moves the earlier one by the rule that it came under: from its own last day.
    const again = await post(client, RULE, { ...SAID, days: '5', version: '1' })
    again.assertStatus(303)
    await saved(client, DAY, { ...LEAVE, firstDay: iso(still.dueOn) })
    await moved()
    const moves = (await LastDay.of(await Petition.findOrFail(before.id))).promise!
    assert.match(moves.reason, /7 gün; 7\. gün tatile geldiği için/)
    const fields = (await Change.query().where('thing', 'rule').orderBy('id')).map(
      (one) => one.sort
    )
    assert.deepEqual(fields, ['added', 'amended'])
    const page = await client.get(RULE).loginAs(await officer('sef'))
    page.assertTextIncludes('7 → 5')
  })

  test('is refused with a sentence when it cannot be', async ({ client, assert }) => {
    const legal = '/yonetim/takvim/sure/legal/genel'
    for (const [path, wrong, sentence] of [
      [RULE, { days: '0' }, 'Süre en az 1 gün veya 1 saat olmalıdır'],
      [RULE, { days: '-3' }, 'Süre en az 1 gün veya 1 saat olmalıdır'],
      [RULE, { days: 'yedi' }, 'Gün sayısını rakamla yazın'],
      [RULE, { days: '31', counted: 'calendar' }, 'Söz verilen süre kanundaki süreden'],
      [legal, { days: '31', counted: 'calendar' }, 'Kanundaki süre kanunun verdiğinden'],
      [
        legal,
        { days: '20', counted: 'calendar', rolls: 'yes' },
        'Kanundaki son gün tatile gelse de',
      ],
    ] as const) {
      const page = await post(client, path, { ...SAID, version: '0', ...wrong })
      page.assertStatus(422)
      page.assertTextIncludes(sentence)
      page.assertTextIncludes('value="Makam oluru"')
    }
    assert.isEmpty(await DeadlineRule.query().whereNotNull('authority_id'))
  })

  test('is given up again, and the second of two is told', async ({ client, assert }) => {
    await post(client, RULE, { ...SAID, version: '0' })
    const second = await post(client, RULE, { ...SAID, days: '6', version: '0' })
    second.assertStatus(409)
    assert.match(second.text(), /name="version" value="1"/)
    const away = await post(client, `${RULE}/birak`, { version: '1' })
    away.assertStatus(303)
    const { promise } = await district()
    assert.deepEqual(promise, { days: 7, counted: 'calendar', rolls: 'yes' })
  })
})
