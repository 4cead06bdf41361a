import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { hiddenFields } from '#database/demo/day/visitor'
import type { Officer } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { emptied, wrapped } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'

const inDays = (days: number) => today().plus({ days }).toFormat('d.M.yyyy')
const HOURS = { begins: '14.00', minutes: '10', place: '' }
const AYSE = { name: 'Ayşe Deneme', phone: '0500 012 34 56', about: 'Yol' }

async function aDay(client: ApiClient, who: Officer, fields: Record<string, string> = {}) {
  const set = { day: inDays(3), ...HOURS, heardBy: 'kaymakam', ...fields }
  const path = (await sendAs(client, who, '/halk-gunu', set)).header('location')!
  await sendAs(client, who, `${path}/randevu`, { position: '1', ...AYSE })
  await sendAs(client, who, `${path}/randevu`, { position: '2', name: 'Ali Deneme' })
  return path
}

async function sent(client: ApiClient, who: Officer, path: string, fields: object) {
  const { version } = await db.from('public_days').orderBy('id').firstOrFail()
  return sendAs(client, who, path, { version: String(version), ...fields })
}

const shown = async (client: ApiClient, path: string) =>
  (await client.get(path).loginAs(await officer('masa'))).text().replaceAll('\u00a0', ' ')

const times = async () =>
  (await db.from('appointments').orderBy('position')).map(({ at }) => String(at))

test.group('A public day that changes', (group) => {
  wrapped(group)

  test('takes its appointments along, and they are to be called until somebody did', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const day = await aDay(client, masa)
    const [ayse] = await db.from('appointments').orderBy('position')
    assert.notInclude(await shown(client, day), 'id="now"', 'nobody is heard before the day')
    assert.include(await shown(client, `${day}?kisi=${ayse.id}`), 'id="now"')
    const page = await shown(client, `${day}/degistir`)
    assert.include(page, `value="${inDays(3)}"`)
    const said = { day: inDays(5), begins: '9.30', minutes: '10', place: 'Toplantı salonu' }
    const change = { ...said, changeReason: 'Vali gelecek.' }
    ;(await sent(client, masa, `${day}/degistir`, change)).assertStatus(303)
    assert.deepEqual(await times(), ['09:30', '09:40'])
    const [kept] = await db.from('public_day_changes')
    assert.deepEqual([kept.kind, kept.begins_at, kept.minutes], ['moved', '14:00', 10])
    assert.notInclude(JSON.stringify(kept), 'Vali')
    const after = await shown(client, day)
    for (const word of ['Aranacaklar', '0500 012 34 56', 'Telefonu yazılmamış', 'Vali gelecek.']) {
      assert.include(after, word)
    }
    assert.include(await shown(client, '/halk-gunu'), '2 kişi aranacak')
    const [, action] = new RegExp(`action="(${day}/kisi/\\d+/arandi)"`).exec(after)!
    const { _csrf, ...hidden } = hiddenFields(after, action!) as Record<string, string>
    // Pressed twice, and by two, it is once.
    for (const login of ['masa', 'sef']) {
      const told = await sendAs(client, await officer(login), action!, hidden)
      told.assertStatus(303)
    }
    assert.include(await shown(client, '/halk-gunu'), '1 kişi aranacak')
    const { told_by: by } = await db.from('appointments').where('position', 1).firstOrFail()
    assert.equal(by, masa.id)
    assert.include(await shown(client, day), 'Arandı: ')
    // Of a newer change they know nothing, and a tick of before says nothing of it.
    ;(await sent(client, masa, `${day}/degistir`, { ...said, begins: '10.00' })).assertStatus(303)
    assert.include(await shown(client, '/halk-gunu'), '2 kişi aranacak')
    const late = await sendAs(client, masa, action!, hidden)
    late.assertStatus(422)
    late.assertTextIncludes('başka biri bu günü değiştirdi')
    const programme = await shown(client, `${day}/program`)
    for (const word of ['10.00', '10.10', 'Toplantı salonu']) assert.include(programme, word)
  })

  test('only in how long each is heard calls nobody, and the same once more is nothing', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const day = await aDay(client, masa)
    const same = { day: inDays(3), ...HOURS }
    ;(await sendAs(client, masa, `${day}/degistir`, same)).assertStatus(303)
    assert.isEmpty(await db.from('public_day_changes'))
    ;(await sent(client, masa, `${day}/degistir`, { ...same, minutes: '15' })).assertStatus(303)
    assert.notInclude(await shown(client, day), 'Aranacaklar')
    await sendAs(client, masa, `${day}/randevu`, { position: '3', name: 'Veli Deneme' })
    assert.deepEqual(await times(), ['14:00', '14:10', '14:25'])
  })

  test('is cancelled with a reason; its list stays, and another may be set', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const day = await aDay(client, masa)
    const bare = await sent(client, masa, `${day}/iptal`, { cancelReason: ' ' })
    bare.assertStatus(422)
    bare.assertTextIncludes('İptalin sebebini yazın.')
    const why = { cancelReason: 'Kaymakam il dışında.' }
    for (let press = 0; press < 2; press++) {
      ;(await sendAs(client, masa, `${day}/iptal`, { version: '0', ...why })).assertStatus(303)
    }
    assert.lengthOf(await db.from('public_day_changes'), 1)
    const page = await shown(client, day)
    for (const word of ['Bu gün iptal edildi.', 'Kaymakam il dışında.', 'Aranacaklar']) {
      assert.include(page, word)
    }
    assert.include(page, 'Ayşe Deneme')
    const { id: first } = await db.from('appointments').orderBy('position').firstOrFail()
    assert.notInclude(await shown(client, `${day}?kisi=${first}`), 'id="now"')
    for (const paper of ['program', 'tutanak']) {
      assert.include(await shown(client, `${day}/${paper}`), 'Bu gün iptal edildi.')
    }
    const list = await shown(client, '/halk-gunu')
    assert.include(list, 'İptal edildi')
    const added = await sendAs(client, masa, `${day}/randevu`, { position: '9', name: 'Veli Geç' })
    added.assertStatus(422)
    added.assertTextIncludes('Veli Geç')
    const { id } = await db.from('appointments').orderBy('position').firstOrFail()
    const note = { kind: 'request', said: 'Köy yolu bozuk.' }
    const noted = await sendAs(client, masa, `${day}/kisi/${id}`, note)
    noted.assertStatus(422)
    noted.assertTextIncludes('Köy yolu bozuk.')
    assert.isEmpty(await db.from('petitions'))
    const moved = await sent(client, masa, `${day}/degistir`, { ...HOURS, day: inDays(9) })
    moved.assertTextIncludes('Bu gün iptal edilmiş')
    const again = { day: inDays(3), ...HOURS, heardBy: 'kaymakam' }
    ;(await sendAs(client, masa, '/halk-gunu', again)).assertStatus(303)
    assert.lengthOf(await db.from('public_days'), 2)
  })

  test('is not changed once it has passed or begun, nor onto another one', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const day = await aDay(client, masa)
    await sendAs(client, masa, '/halk-gunu', { day: inDays(4), ...HOURS, heardBy: 'kaymakam' })
    const onto = await sent(client, masa, `${day}/degistir`, { ...HOURS, day: inDays(4) })
    onto.assertTextIncludes('zaten bir Halk Günü var')
    const midnight = { ...HOURS, day: inDays(3), begins: '23.55' }
    ;(await sent(client, masa, `${day}/degistir`, midnight)).assertTextIncludes('gece yarısından')
    assert.deepEqual(await times(), ['14:00', '14:10'])
    const past = await sent(client, masa, `${day}/degistir`, { ...HOURS, day: '1.1.2020' })
    past.assertTextIncludes('Bu gün geçti.')
    past.assertTextIncludes('value="1.1.2020"')
    await db.from('appointments').where('position', 1).update({ state: 'absent' })
    for (const what of ['degistir', 'iptal']) {
      const fields = { ...HOURS, day: inDays(6), cancelReason: 'Kar yağdı.' }
      const begun = await sent(client, masa, `${day}/${what}`, fields)
      begun.assertStatus(422)
      begun.assertTextIncludes('Dinleme başladı')
    }
    const { id } = await db.from('public_days').orderBy('id').firstOrFail()
    await db.from('public_days').where({ id }).update({ day: '2026-01-05' })
    const gone = await sent(client, masa, `${day}/iptal`, { cancelReason: 'Kar yağdı.' })
    gone.assertTextIncludes('Bu gün geçti; artık değiştirilemez')
    gone.assertTextIncludes('Kar yağdı.')
    assert.include(await shown(client, `${day}/degistir`), 'Bu gün geçti; artık değiştirilemez')
    assert.notInclude(await shown(client, day), '/degistir')
  })

  test('is the bureau’s to change', async ({ client }) => {
    const day = await aDay(client, await officer('masa'))
    const kaymakam = await officer('kaymakam')
    ;(await client.get(`${day}/degistir`).loginAs(kaymakam)).assertStatus(403)
    const why = { cancelReason: 'Kar yağdı.' }
    ;(await sent(client, kaymakam, `${day}/iptal`, why)).assertStatus(403)
  })
})

test.group('Two officers change one public day', (group) => {
  emptied(group)

  test('one is told that the other was faster, and nothing is lost', async ({ client, assert }) => {
    const people = [await officer('masa'), await officer('sef')]
    const day = await aDay(client, people[0]!)
    const answers = await Promise.all(
      people.map((who, at) =>
        sendAs(client, who, `${day}/degistir`, { version: '0', ...HOURS, day: inDays(6 + at) })
      )
    )
    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [303, 422]
    )
    const slower = answers.find((answer) => answer.status() === 422)!
    slower.assertTextIncludes('başka biri bu günü değiştirdi')
    assert.lengthOf(await db.from('public_day_changes'), 1)
  })

  test('somebody who is given a time while it is cancelled is called or refused', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const day = await aDay(client, masa)
    const [given] = await Promise.all([
      sendAs(client, masa, `${day}/randevu`, { position: '3', name: 'Veli Deneme' }),
      sendAs(client, masa, `${day}/iptal`, { version: '0', cancelReason: 'Kar yağdı.' }),
    ])
    const untold = await db.from('appointments').whereNull('to_tell')
    assert.isEmpty(untold)
    const all = await db.from('appointments')
    assert.lengthOf(all, given.status() === 303 ? 3 : 2)
  })
})
