import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { CalendarMove, LastDay, Mover, Petition } from '#intake'
import { Catalogue } from '#organisation'
import { Referral } from '#routing'
import { insertRows } from '#database/fill'
import { dateTime, dateWithWeekday, dayOf, longDate } from '#shared/dates/turkish_date'
import { emptied } from '#tests/support/database'
import { districtId } from '#tests/support/databases/district'
import { officer, received, referredTo, unit } from '#tests/support/journey'
import { details } from '#tests/support/petitions'
import { ask } from '../../../app/response/clarifying/ask.ts'
import { passOn } from '../../../app/response/clarifying/pass_on.ts'

const html = (text: string) => text.replaceAll(/\s+/g, ' ')

test.group('Why this date', (group) => {
  emptied(group)
  group.each.teardown(() => Catalogue.forget())

  test('is told line by line, also of a day that is past', async ({ client, assert }) => {
    const petition = await received()
    const first = dateWithWeekday(petition.dueOn)
    const day = petition.dueOn
    const leave = { day: day.toISODate()!, portion: 'full', name: 'Kar izni', basis: null }
    const row = { ...leave, kind: 'administrative', authority_id: districtId() }
    await insertRows(db.connection(), 'holidays', [row])
    Catalogue.forget()
    const { id: officerId } = await officer('sef')
    const entered = { authorityId: districtId(), forTree: false, officerId, name: 'Kar izni' }
    await db.transaction((trx) =>
      CalendarMove.begin({ ...entered, firstDay: day, lastDay: day }, trx)
    )
    await new Mover({ error() {} }, {}).round()
    // What the rule says by now is not what it said then.
    await db.from('deadline_rules').update({ reason: 'bambaşka', reason_en: 'other' })
    Catalogue.forget()

    const page = await client.get(`/dosya/${petition.number}/gunler`).loginAs(await officer('masa'))
    page.assertStatus(200)
    const { promise } = await LastDay.of(await Petition.findOrFail(petition.id))
    const text = html(page.text())
    for (const words of [
      `Son gün: ${dateWithWeekday(promise!.dueOn)}, saat 23.59`,
      'Sonradan girilen tatil veya izinle ilerledi:',
      '<bdi>Kar izni</bdi>',
      `Sayılmayan gün: ${first},`,
      'Daha önce verilen günler',
      `Son gün: ${first}, saat 23.59`,
      'Kural: kayıt gününden sonra 7 gün',
      '3071 sayılı Dilekçe Hakkının Kullanılmasına Dair Kanun, madde 7',
    ]) {
      assert.include(text, words)
    }
    assert.notInclude(text, 'bambaşka')
    const card = await client.get(`/dosya/${petition.number}`).loginAs(await officer('masa'))
    card.assertTextIncludes(`/dosya/${petition.number}/gunler`)
  })

  test('is nobody’s who may not see the petition', async ({ client }) => {
    const petition = await received()
    for (const [number, login] of [
      [petition.number, 'tarim'],
      ['2600000000', 'masa'],
    ] as const) {
      const page = await client.get(`/dosya/${number}/gunler`).loginAs(await officer(login))
      page.assertStatus(404)
    }
  })

  test('says of a letter when it was reckoned, and not at midnight of the day it came', async ({
    client,
    assert,
  }) => {
    const came = dayOf(DateTime.utc()).minus({ days: 3 })
    const { petition } = await Petition.receive(details(), { arrivedAt: came })
    const [step] = await petition.related('steps').query()
    const page = await client.get(`/dosya/${petition.number}/gunler`).loginAs(await officer('masa'))
    const text = html(page.text())
    assert.include(text, `Başvuru alındığında hesaplandı: ${dateTime(step!.takenAt)}`)
    assert.include(text, `Sayım şu günden sonra başlar: ${longDate(came)}`)
  })

  test('says of a tip-off nothing that another unit wrote', async ({ client, assert }) => {
    const note = 'Komşusunu da gördünüz mü?'
    const petition = await referredTo('TAR', { kind: 'tipOff' })
    await ask(petition, await officer('tarim'), note)
    await passOn(await Petition.findOrFail(petition.id), await officer('sef'), note)
    const page = async (login: string) =>
      (await client.get(`/dosya/${petition.number}/gunler`).loginAs(await officer(login))).text()
    assert.include(await page('tarim'), note)
    const given = await Petition.findOrFail(petition.id)
    await given.change((current, trx) => current.returned({ note: 'Bizim değil.' }, trx))
    await Referral.make(given, await unit('MUF'), await officer('sef'))
    const there = await page('muftuluk')
    assert.include(there, 'Başvuru sahibine soru sorulduğunda durdu')
    assert.notInclude(there, note)
    assert.include(await page('sef'), note)
  })
})
