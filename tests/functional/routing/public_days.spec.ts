import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { hiddenFields } from '#database/demo/day/visitor'
import type { Officer } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { emptied, wrapped } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'

/** A day of the district's governor on which people are heard. @returns its address */
async function aDay(client: ApiClient, who: Officer) {
  const day = today().toFormat('d.M.yyyy')
  const set = { day, begins: '14.00', minutes: '10', heardBy: 'kaymakam' }
  return (await sendAs(client, who, '/halk-gunu', set)).header('location')!
}

async function given(client: ApiClient, who: Officer, day: string, about: Record<string, string>) {
  const page = (await client.get(day).loginAs(who)).text()
  const { position } = hiddenFields(page, `${day}/randevu`)
  return sendAs(client, who, `${day}/randevu`, { position: position!, ...about })
}

/** Writes what the person who is heard now says. */
async function noted(client: ApiClient, who: Officer, day: string, fields: Record<string, string>) {
  const page = (await client.get(day).loginAs(who)).text()
  const [, action] = new RegExp(`action="(${day}/kisi/\\d+)"`).exec(page) ?? []
  return sendAs(client, who, action!, { kind: 'request', ...fields })
}

const appointments = () => db.from('appointments').orderBy('position')
const AYSE = { name: 'Ayşe Deneme', phone: '0500 012 34 56', about: 'Yol' }

test.group('A public day', (group) => {
  wrapped(group)

  test('gives each a time, and keeps nothing of anybody to be read', async ({ client, assert }) => {
    const masa = await officer('masa')
    const day = await aDay(client, masa)
    await given(client, masa, day, AYSE)
    await given(client, masa, day, { name: 'Ali Deneme', walkIn: '1' })
    await given(client, masa, day, { name: 'Veli Deneme' })
    const rows = await appointments()
    assert.deepEqual(
      rows.map(({ at }) => at),
      ['14:00', null, '14:10']
    )
    assert.notMatch(JSON.stringify(rows), /Deneme|0500|Yol/)
    const page = (await client.get(day).loginAs(masa)).text()
    for (const word of ['Ayşe Deneme', 'Yol', '14.10', 'Randevusuz']) assert.include(page, word)
  })

  test('takes the second press for the same appointment', async ({ client, assert }) => {
    const masa = await officer('masa')
    const day = await aDay(client, masa)
    for (let times = 0; times < 2; times++) {
      await sendAs(client, masa, `${day}/randevu`, { position: '1', ...AYSE })
    }
    assert.lengthOf(await appointments(), 1)
    await sendAs(client, masa, `${day}/randevu`, { position: '1', name: 'Ali Deneme' })
    assert.lengthOf(await appointments(), 2, 'another one beside an old page has the next place')
  })

  test('makes a petition of a line, refers it to the unit that was named, and goes on', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const day = await aDay(client, masa)
    await given(client, masa, day, AYSE)
    await given(client, masa, day, { name: 'Ali Deneme' })
    const sent = await noted(client, masa, day, { said: 'Köy yolu bozuk.', unit: 'TAR' })
    assert.equal(sent.header('location'), day)
    const petition = await db.from('petitions').firstOrFail()
    assert.deepEqual([petition.channel, petition.stage], ['publicDay', 'routed'])
    assert.isNotNull(petition.due_on)
    assert.equal((await db.from('petitioners').firstOrFail()).name, 'Ayşe Deneme')
    const page = (await client.get(day).loginAs(masa)).text()
    assert.match(page, /<h2 id="now"><bdi>Ali Deneme/)
    await noted(client, masa, day, { said: 'Bursum kesildi.' })
    const stages = await db.from('petitions').orderBy('id').select('stage')
    assert.deepEqual(
      stages.map(({ stage }) => stage),
      ['routed', 'received']
    )
  })

  test('leads to the slip', async ({ client, assert }) => {
    const masa = await officer('masa')
    const day = await aDay(client, masa)
    await given(client, masa, day, AYSE)
    await noted(client, masa, day, { said: 'Köy yolu bozuk.' })
    const [appointment] = await appointments()
    const action = `${day}/kisi/${appointment.id}`
    const again = await sendAs(client, masa, action, { kind: 'request', said: 'Köy yolu bozuk.' })
    again.assertStatus(303)
    assert.lengthOf(await db.from('petitions'), 1, 'pressed twice it is one petition')
    const slip = String(again.flashMessage('slip'))
    const paper = await client.get(`/masa/alindi/${slip}`).loginAs(masa)
    paper.assertTextIncludes('Takip kodu')
    const other = await sendAs(client, masa, action, { kind: 'request', said: 'Başka bir şey.' })
    other.assertStatus(422)
    other.assertTextIncludes('Başka bir şey.')
  })

  test('refers no tip-off and nothing to the unit complained about, and keeps what was typed', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const day = await aDay(client, masa)
    await given(client, masa, day, AYSE)
    const tip = await noted(client, masa, day, { kind: 'tipOff', said: 'Kaçak kazı', unit: 'TAR' })
    tip.assertStatus(422)
    tip.assertTextIncludes('Kaçak kazı')
    const about = { kind: 'complaint', complained: 'TAR', unit: 'TAR', said: 'Beni dinlemediler.' }
    ;(await noted(client, masa, day, about)).assertStatus(422)
    assert.isEmpty(await db.from('petitions'))
  })

  test('shows a complaint about the bureau to the managers alone', async ({ client, assert }) => {
    const masa = await officer('masa')
    const day = await aDay(client, masa)
    await given(client, masa, day, AYSE)
    const about = { kind: 'complaint', complained: 'AKB', unit: 'TAR', said: 'Büro beni kovdu.' }
    await noted(client, masa, day, about)
    const petition = await db.from('petitions').firstOrFail()
    assert.deepEqual([petition.desk, petition.stage], ['management', 'received'])
    const shown = petition.number.replace(/^(\d\d)(\d{4})(\d{4})$/, '$1\u00a0$2\u00a0$3')
    for (const path of [day, `${day}/tutanak`]) {
      assert.notInclude((await client.get(path).loginAs(masa)).text(), shown)
      assert.include((await client.get(path).loginAs(await officer('kaymakam'))).text(), shown)
    }
  })

  test('prints a programme, and minutes with numbers, units, who came and who did not', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const day = await aDay(client, masa)
    for (const name of ['Ayşe Deneme', 'Ali Deneme', 'Veli Deneme']) {
      await given(client, masa, day, { name })
    }
    await given(client, masa, day, { name: 'Fatma Deneme', walkIn: '1' })
    const programme = (await client.get(`${day}/program`).loginAs(masa)).text()
    assert.match(programme, /14\.20[^]*Veli Deneme/)
    await noted(client, masa, day, { said: 'Köy yolu bozuk.', unit: 'TAR' })
    await noted(client, masa, day, { kind: 'tipOff', said: 'Kaçak kazı.' })
    const { id } = await appointments().where('position', 3).firstOrFail()
    await sendAs(client, masa, `${day}/kisi/${id}/gelmedi`)
    await noted(client, masa, day, { said: 'Bursum kesildi.' })
    const minutes = (await client.get(`${day}/tutanak`).loginAs(masa)).text()
    assert.match(minutes, /3 kişiyi dinledi\. Gelmeyen: 1\. Randevusuz gelen: 1\./)
    assert.match(minutes, /Ayşe Deneme[^]*Tarım/)
    assert.match(minutes, /Veli Deneme[^]*Gelmedi/)
    assert.notInclude(minutes, 'Ali Deneme', 'who told of others is not named')
    assert.include(minutes, 'İmza')
  })

  test('hears who comes late', async ({ client, assert }) => {
    const masa = await officer('masa')
    const day = await aDay(client, masa)
    await given(client, masa, day, AYSE)
    const { id } = await appointments().firstOrFail()
    await sendAs(client, masa, `${day}/kisi/${id}/gelmedi`)
    assert.include((await client.get(`${day}?kisi=${id}`).loginAs(masa)).text(), 'id="now"')
    await sendAs(client, masa, `${day}/kisi/${id}`, { kind: 'request', said: 'Köy yolu bozuk.' })
    await sendAs(client, masa, `${day}/kisi/${id}/gelmedi`)
    assert.equal((await appointments().firstOrFail()).state, 'heard')
  })

  test('is refused with a sentence for each thing, and nothing is lost', async ({ client }) => {
    const masa = await officer('masa')
    const wrong = { day: '1.1.2020', begins: '25.00', minutes: '0', heardBy: 'tarim' }
    const page = await sendAs(client, masa, '/halk-gunu', wrong)
    page.assertStatus(422)
    for (const words of ['Bu gün geçti.', 'Saati 14.00 gibi', '3 ile 120', '1.1.2020', '25.00']) {
      page.assertTextIncludes(words)
    }
    const day = await aDay(client, masa)
    const twice = today().toFormat('d.M.yyyy')
    const same = { day: twice, begins: '9.00', minutes: '5', heardBy: 'kaymakam' }
    ;(await sendAs(client, masa, '/halk-gunu', same)).assertTextIncludes('zaten bir Halk Günü var')
    const bad = await given(client, masa, day, { name: '\u200b', phone: '12', about: 'Yol' })
    bad.assertStatus(422)
    bad.assertTextIncludes('Kişinin adını yazın.')
    bad.assertTextIncludes('value="Yol"')
  })

  test('is full after sixty people', async ({ client, assert }) => {
    const masa = await officer('masa')
    const day = await aDay(client, masa)
    await given(client, masa, day, AYSE)
    const { id: _, ...row } = await appointments().firstOrFail()
    const more = Array.from({ length: 59 }, (_one, at) => ({ ...row, position: at + 2 }))
    await db.table('appointments').multiInsert(more)
    const full = await given(client, masa, day, { name: 'Ali Deneme', walkIn: '1' })
    full.assertTextIncludes('Bu günün listesi dolu')
    assert.lengthOf(await appointments(), 60)
  })

  test('is the bureau’s and the managers’ alone, and of one authority', async ({ client }) => {
    const day = await aDay(client, await officer('masa'))
    for (const [login, status] of [
      ['kaymakam', 200],
      ['tarim', 403],
      ['bilgiislem', 403],
    ] as const) {
      ;(await client.get(day).loginAs(await officer(login))).assertStatus(status)
    }
    const kaymakam = await officer('kaymakam')
    ;(await sendAs(client, kaymakam, `${day}/randevu`, AYSE)).assertStatus(403)
    ;(await client.get('/halk-gunu/999999').loginAs(kaymakam)).assertStatus(404)
  })
})

test.group('Two officers on one public day', (group) => {
  emptied(group)

  test('give two times, never the same', async ({ client, assert }) => {
    const people = [await officer('masa'), await officer('sef')]
    const day = await aDay(client, people[0]!)
    await Promise.all(
      people.map((who, at) =>
        sendAs(client, who, `${day}/randevu`, { position: '1', name: `Deneme ${at}` })
      )
    )
    const rows = await appointments()
    assert.deepEqual(
      rows.map(({ at }) => at),
      ['14:00', '14:10']
    )
  })
})
