import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Settings, type DateTime } from 'luxon'
import { insertRows } from '#database/fill'
import { figuresFor } from '#insight'
import { Petition } from '#intake'
import { Forwarding } from '#routing'
import { stamp } from '#shared/dates/stored'
import { PhoneNumber } from '#shared/typed/phone_number'
import { today } from '#shared/dates/turkish_date'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { district, districtId, districtsBelow } from '#tests/support/databases/district'
import { officer, received, referredTo, unit } from '#tests/support/journey'
import { details } from '#tests/support/petitions'

/** People bring a subject so many times, on one day. */
async function brought(code: string, times: number, day: DateTime) {
  const subject = (await district()).subjectByCode(code)!
  for (let time = 0; time < times; time++) {
    const { petition } = await Petition.receive(details({ subject }))
    await Petition.query()
      .where('id', petition.id)
      .update({ received_at: stamp(day) })
  }
  return subject.name
}

/** Texts that ended so, so many of each, on one day. */
async function texts(ended: Record<string, number>, day: DateTime) {
  await Petition.receive(details({ phone: PhoneNumber.parse('0500 012 34 56') }))
  const { id, ...row } = await db.from('messages').orderBy('id', 'desc').firstOrFail()
  await db.from('messages').where({ id }).delete()
  const finalAt = stamp(day)
  for (const [state, times] of Object.entries(ended)) {
    for (let version = 1; version <= times; version++) {
      const told = { ...row, event: state, version, state, final_at: finalAt }
      await db.table('messages').insert(told)
    }
  }
}

/** What `work` does, it does at this moment. */
async function at<T>(moment: DateTime, work: () => Promise<T>) {
  const now = Settings.now
  Settings.now = () => moment.toMillis()
  try {
    return await work()
  } finally {
    Settings.now = now
  }
}

/** Received so many days before this day, on which it is answered. */
async function concluded(days: number, on: DateTime) {
  const petition = await at(on.minus({ days }), () => referredTo('TAR'))
  await concludedAgain(petition, on)
  return petition
}

function concludedAgain(petition: Petition, on: DateTime) {
  return at(on, async () => {
    const head = await officer('tarim.amir')
    await petition.change((now, trx) => now.conclude('granted', 'Yapıldı.', { officer: head }, trx))
  })
}

/** It is open again, by whatever step. */
function reopened(petition: Petition, on: DateTime) {
  return at(on, async () => {
    const [chief, forestry] = [await officer('sef'), await unit('ORM')]
    await petition.change((now, trx) => now.refer(forestry, { officer: chief }, trx))
  })
}

const monday = () => today().startOf('week')
const lastMonday = () => monday().minus({ weeks: 1 })

/** The lines of the table of subjects, top down. */
function rising(page: string) {
  const table = /aria-labelledby="subjects">(.*?)<\/section>/s.exec(page)![1]!
  return [...table.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, name]) => name)
}

test.group('The managers’ page', (group) => {
  wrapped(group)

  test('names the subjects that rose, the steepest first, and no other', async ({
    client,
    assert,
  }) => {
    const food = await brought('sosyal.gida', 2, monday())
    const money = await brought('sosyal.nakdi', 4, monday())
    await brought('sosyal.nakdi', 1, lastMonday())
    await brought('sosyal.yakacak', 3, monday())
    await brought('sosyal.yakacak', 3, lastMonday())
    await brought('sosyal.barinma', 2, lastMonday())

    const page = await client.get('/izleme').loginAs(await officer('kaymakam'))
    assert.deepEqual(rising(page.text()), [money, food])
  })

  test('says so when nothing rose', async ({ client, assert }) => {
    await brought('sosyal.gida', 2, lastMonday())
    const page = await client.get('/izleme').loginAs(await officer('kaymakam'))
    assert.deepEqual(rising(page.text()), [])
    page.assertTextIncludes('artan konu yok')
  })

  test('says what part of the texts arrived, this week and last', async ({ client, assert }) => {
    const manager = await officer('kaymakam')
    const box = async (who = manager) =>
      /Ulaşan kısa mesajlar<\/p>(.*?)<\/div>/s
        .exec((await client.get('/izleme').loginAs(who)).text())![1]!
        .replace(/<(?!\/?a\b)[^>]*>|\s+/g, ' ')
    assert.match(await box(), /– +geçen hafta veri yok/)

    await texts({ delivered: 7, rejected: 1, failed: 1, unknown: 1 }, monday())
    await texts({ delivered: 3, expired: 1, suppressed: 5, cancelled: 2, sent: 1 }, lastMonday())
    await texts({ delivered: 9 }, lastMonday().minus({ days: 1 }))
    assert.match(
      await box(),
      /%70 +geçen hafta %75 +2 mesaj ulaşmadı, +1 mesajın sonucu bilinmiyor/
    )
    assert.notInclude(await box(), 'href')
    assert.include(await box(await officer('sef')), '<a href="/mesajlar">2 mesaj ulaşmadı</a>')
  })

  test('counts a petition that was concluded twice on each of its days', async ({
    client,
    assert,
  }) => {
    const manager = await officer('kaymakam')
    const twice = await concluded(3, lastMonday())
    await concluded(9, lastMonday().plus({ days: 1 }))
    const figures = async () => (await figuresFor(manager, 'tr'))!
    const last = async () => {
      const { concludedThisWeek: ended, medianDays: days } = await figures()
      return [ended.lastWeek, days.lastWeek, ended.count, days.value]
    }
    assert.deepEqual(await last(), [2, 6, 0, null])

    await reopened(twice, lastMonday().plus({ days: 2 }))
    assert.isNull(twice.concludedAt)
    assert.isNull(twice.outcome)
    assert.deepEqual(await last(), [2, 6, 0, null])
    const open = await client.get('/kayit?durum=open').loginAs(manager)
    open.assertTextIncludes(`/dosya/${twice.number}`)
    const done = await client.get('/kayit?durum=concluded').loginAs(manager)
    assert.notInclude(done.text(), `/dosya/${twice.number}`)

    await concludedAgain(twice, monday())
    assert.deepEqual(await last(), [2, 6, 1, 10])
    const lines = (await figures()).units.map((line) => [line.name, line.concluded])
    assert.deepEqual(lines, [[(await unit('ORM')).name, 1]])
  })

  test('counts a forwarded petition for the bureau, not for the body that it went to', async ({
    assert,
  }) => {
    const [chief, town] = [await officer('sef'), await unit('BEL')]
    const petition = await at(monday(), () => received())
    const letter = { documentNumber: null, text: null }
    await at(monday(), () => Forwarding.make(petition, town, chief, letter))
    const { units } = (await figuresFor(await officer('kaymakam'), 'tr'))!
    const lines = units.map((line) => [line.name, line.concluded, line.medianDays])
    assert.deepEqual(lines, [[(await unit('AKB')).name, 1, 0]])
  })

  test('opens the list of each figure of its sentence', async ({ client, assert }) => {
    const manager = await officer('kaymakam')
    const page = await client.get('/izleme').loginAs(manager)
    const sentence = /figures-sentence">(.*?)<\/p>/s.exec(page.text())![1]!
    const lists = [...sentence.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
    assert.deepEqual(lists, ['/kayit?durum=today', '/kayit?durum=late'])
  })

  test('say of the authority that is asked for how much has climbed there', async ({
    client,
    assert,
  }) => {
    const [below] = await districtsBelow(1)
    const row = { rung: 'head', desk: 'bureau', circle: 'house', complained_unit_id: 0, unit_id: 0 }
    await insertRows(db.connection(), 'climbed_tallies', [
      { ...row, authority_id: districtId(), count: 3 },
      { ...row, authority_id: below!, count: 5 },
    ])
    for (const [address, count] of [
      ['?makam=ilce1', 5],
      ['', 8],
    ] as const) {
      const page = await client.get(`/izleme${address}`).loginAs(await officer('kaymakam'))
      assert.include(page.text(), says('insight.climbed.head', { count }), address)
    }
  })
})
