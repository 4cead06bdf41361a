import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { type DateTime } from 'luxon'
import { Petition } from '#intake'
import { Catalogue } from '#organisation'
import { PhoneNumber } from '#shared/phone_number'
import { Period } from '#shared/period'
import { today } from '#shared/turkish_date'
import { emptied, wrapped } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { details } from '#tests/support/petitions'
import { Database } from '../../../bench/database.ts'
import { toldTexts } from '../../../app/insight/queries/told_texts.ts'

/** People bring a subject so many times, on one day. */
async function brought(code: string, times: number, day: DateTime) {
  const subject = (await Catalogue.current()).subjectByCode(code)!
  for (let time = 0; time < times; time++) {
    const { petition } = await Petition.receive(details({ subject }))
    await Petition.query()
      .where('id', petition.id)
      .update({ received_at: day.toUTC().toSQL({ includeOffset: false }) })
  }
  return subject.name
}

/** Texts that ended so, so many of each, on one day. */
async function texts(ended: Record<string, number>, day: DateTime) {
  await Petition.receive(details({ phone: PhoneNumber.parse('0500 012 34 56') }))
  const { id, ...row } = await db.from('messages').orderBy('id', 'desc').firstOrFail()
  await db.from('messages').where({ id }).delete()
  const finalAt = day.toUTC().toSQL({ includeOffset: false })
  for (const [state, times] of Object.entries(ended)) {
    for (let version = 1; version <= times; version++) {
      const told = { ...row, event: state, version, state, final_at: finalAt }
      await db.table('messages').insert(told)
    }
  }
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

  test('opens the list of each figure of its sentence', async ({ client, assert }) => {
    const manager = await officer('kaymakam')
    const page = await client.get('/izleme').loginAs(manager)
    const sentence = /figures-sentence">(.*?)<\/p>/s.exec(page.text())![1]!
    const lists = [...sentence.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
    assert.deepEqual(lists, ['/kayit?durum=today', '/kayit?durum=late'])
  })
})

test.group('What the figures may cost the database', (group) => {
  emptied(group)

  test('how texts ended is answered by its index, two weeks of it', async ({ assert }) => {
    await texts({ failed: 1 }, today())
    await db.from('messages').update({ missed_at: '2026-01-01 00:00:00' })
    const who = await officer('kaymakam')
    const onMysql = db.connection().dialect.name === 'mysql'
    if (onMysql) {
      const database = new Database(process.env as Record<string, string>)
      await database.fillMessages(50_000, 100)
      await database.close()
    }
    const heard: { sql: string; bindings?: unknown[] }[] = []
    const hear = (query: (typeof heard)[number]) => heard.push(query)
    const connection = db.connection().getReadClient()
    connection.on('query', hear)
    await toldTexts(who, Period.thisWeek())
    connection.off('query', hear)
    assert.lengthOf(heard, 1)
    const [{ sql, bindings }] = heard as [(typeof heard)[number]]
    const explain = onMysql ? 'explain' : 'explain query plan'
    const plan = await db.rawQuery(`${explain} ${sql}`, bindings as string[])
    if (!onMysql) return assert.match(plan[0].detail, /SEARCH messages USING COVERING INDEX/)
    const [[{ type, key, Extra: extra }]] = plan
    assert.equal(type, 'range')
    assert.include(key, 'channel_final_at')
    assert.include(extra, 'Using index')
  }).timeout(120_000)
})
