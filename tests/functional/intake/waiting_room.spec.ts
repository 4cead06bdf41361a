import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Settings } from 'luxon'
import { hiddenFields } from '#database/demo/day/visitor'
import { talliesOfTickets } from '#database/queue_tallies'
import { Authority, Catalogue } from '#organisation'
import { emptied, wrapped } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'
import { atCounter, next, openRoom, press, presentOf } from '#tests/support/waiting_room'

const tickets = () => db.from('queue_tickets').orderBy('number')

const tallies = () =>
  db
    .from('queue_tallies')
    .orderBy(['what', 'value'])
    .select('day', 'what', 'value', 'times') as unknown as Promise<object[]>

test.group('The waiting room', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('is not there until the authority switches it on', async ({ client, assert }) => {
    const sef = await officer('sef')
    const board = await client.get('/sira/pano')
    board.assertTextIncludes('Bu büroda sıra numarası verilmiyor.')
    for (const path of ['/masa/sira', '/masa/sira/gun', '/yonetim/makam/sira']) {
      ;(await client.get(path).loginAs(sef)).assertStatus(404)
    }
    assert.notInclude((await client.get('/masa/yeni').loginAs(sef)).text(), '/masa/sira')
    const { version } = await Authority.firstOrFail()
    const office = { name: 'Edremit Kaymakamlığı', callsNumbers: '1', version: String(version) }
    ;(await sendAs(client, sef, '/yonetim/makam', office)).assertStatus(303)
    ;(await client.get('/masa/sira').loginAs(sef)).assertStatus(200)
    assert.include((await client.get('/masa/yeni').loginAs(sef)).text(), '/masa/sira')
  })

  test('gives numbers of the day by the kiosk’s own address, and one for two presses', async ({
    client,
    assert,
  }) => {
    const kiosk = await openRoom(client)
    const first = await press(client, kiosk)
    assert.equal(first.address, `${kiosk}/1`)
    const again = await client
      .post(kiosk)
      .redirects(0)
      .form({ token: first.token, sort: 'ordinary' })
    assert.equal(again.header('location'), `${kiosk}/1`)
    assert.equal((await press(client, kiosk, 'priority')).address, `${kiosk}/2`)
    const ticket = (await client.get(`${kiosk}/2`)).text()
    assert.include(ticket, '<p class="ticket__number">2</p>')
    assert.include(ticket, 'Öncelikli')
    assert.include(ticket, 'Bekleme süresi bugün henüz bilinmiyor.')
    const rows = await tickets()
    assert.deepEqual(
      rows.map(({ number, sort }) => [number, sort]),
      [
        [1, 'ordinary'],
        [2, 'priority'],
      ]
    )
  })

  test('begins anew with each day', async ({ client, assert }) => {
    const kiosk = await openRoom(client)
    await press(client, kiosk)
    await press(client, kiosk)
    await db.from('waiting_rooms').update({ day: '2026-01-05', last_turn: 7 })
    await db.from('queue_tickets').update({ day: '2026-01-05' })
    assert.equal((await press(client, kiosk)).address, `${kiosk}/1`)
    const room = await db.from('waiting_rooms').firstOrFail()
    assert.deepEqual([room.last_number, room.last_place, room.last_turn], [1, 1, 0])
  })

  test('writes nothing when a kiosk’s page is opened, and opens to no other address', async ({
    client,
    assert,
  }) => {
    const kiosk = await openRoom(client)
    await client.get(kiosk)
    assert.isEmpty(await tickets())
    const sef = await officer('sef')
    ;(await sendAs(client, sef, '/yonetim/makam/sira')).assertStatus(303)
    ;(await client.get(kiosk)).assertStatus(404)
    ;(await client.get(`/sira/${'A'.repeat(22)}`)).assertStatus(404)
    ;(await client.post(kiosk).redirects(0).form({ sort: 'ordinary' })).assertStatus(404)
  })

  test('takes no press from another site, and none without its page', async ({
    client,
    assert,
  }) => {
    const kiosk = await openRoom(client)
    const { token } = hiddenFields((await client.get(kiosk)).text(), kiosk)
    const foreign = client.post(kiosk).redirects(0).header('sec-fetch-site', 'cross-site')
    ;(await foreign.form({ token, sort: 'ordinary' })).assertStatus(403)
    const bare = await client.post(kiosk).redirects(0).form({ token: 'uydurma', sort: 'ordinary' })
    bare.assertStatus(422)
    bare.assertTextIncludes('Lütfen yeniden dokunun.')
    assert.isEmpty(await tickets())
  })

  test('becomes slow for whoever presses all day, and is used up at 999', async ({
    client,
    assert,
  }) => {
    const kiosk = await openRoom(client)
    const statuses = []
    for (let times = 0; times < 102; times++) statuses.push((await press(client, kiosk)).status)
    assert.deepEqual(statuses.slice(0, 100), Array(100).fill(303))
    assert.equal(statuses.at(-1), 429)

    await sendAs(client, await officer('sef'), '/yonetim/makam/sira')
    const renewed = await openRoom(client)
    await db.from('waiting_rooms').update({ last_number: 999 })
    const { token } = hiddenFields((await client.get(renewed)).text(), renewed)
    const last = await client.post(renewed).redirects(0).form({ token, sort: 'ordinary' })
    last.assertStatus(422)
    last.assertTextIncludes('Bugünün sıra numaraları bitti.')
  })

  test('calls by one press to the counter that was chosen once, and opens the desk', async ({
    client,
    assert,
  }) => {
    const kiosk = await openRoom(client)
    await press(client, kiosk)
    const masa = await officer('masa')
    const without = await sendAs(client, masa, '/masa/sira/sonraki')
    assert.equal(without.header('location'), '/masa/sira')
    assert.isNull(await presentOf(client, masa))
    await atCounter(client, 'masa', '3')
    const { answer, number } = await next(client, masa)
    assert.equal(answer.header('location'), '/masa/yeni')
    assert.equal(number, 1)
    const board = (await client.get('/sira/pano')).text()
    assert.match(board, /<th scope="row">1<\/th><td>3<\/td>/)
    const nobody = await next(client, masa)
    assert.equal(nobody.answer.header('location'), '/masa/sira')
    assert.isNull(nobody.number)
    assert.equal((await tickets().firstOrFail()).state, 'served')
  })

  test('calls those with priority first, and after each two others', async ({ client, assert }) => {
    const kiosk = await openRoom(client)
    for (const sort of ['ordinary', 'ordinary', 'ordinary', 'priority', 'priority']) {
      await press(client, kiosk, sort)
    }
    const masa = await atCounter(client, 'masa', '1')
    const called = []
    for (let times = 0; times < 5; times++) called.push((await next(client, masa)).number)
    assert.deepEqual(called, [4, 1, 2, 5, 3])
  })

  test('calls again, puts who is not there to the end once, and then out of the line', async ({
    client,
    assert,
  }) => {
    const kiosk = await openRoom(client)
    await press(client, kiosk)
    await press(client, kiosk)
    const masa = await atCounter(client, 'masa', '1')
    await next(client, masa)
    const [{ id }] = await tickets()
    const callOf = async () =>
      /data-calls="([^ "]+)/.exec((await client.get('/sira/pano')).text())![1]
    const before = await callOf()
    await sendAs(client, masa, `/masa/sira/${id}/yeniden`)
    assert.notEqual(await callOf(), before, 'the board says it anew')
    await sendAs(client, masa, `/masa/sira/${id}/gelmedi`)
    await sendAs(client, masa, `/masa/sira/${id}/gelmedi`)
    assert.equal((await tickets().firstOrFail()).absences, 1, 'the second press changed nothing')
    assert.equal((await next(client, masa)).number, 2)
    assert.equal((await next(client, masa)).number, 1)
    await sendAs(client, masa, `/masa/sira/${id}/gelmedi`)
    assert.equal((await tickets().firstOrFail()).state, 'absent')
    assert.isNull((await next(client, masa)).number)
  })

  test('leaves another officer’s number alone', async ({ client, assert }) => {
    const kiosk = await openRoom(client)
    await press(client, kiosk)
    await next(client, await atCounter(client, 'masa', '1'))
    const [{ id }] = await tickets()
    const sef = await atCounter(client, 'sef', '2')
    for (const what of ['yeniden', 'gelmedi', 'bitti']) {
      ;(await sendAs(client, sef, `/masa/sira/${id}/${what}`)).assertStatus(303)
    }
    const { state, calls } = await tickets().firstOrFail()
    assert.deepEqual([state, calls], ['called', 1])
  })

  test('gives a counter that is too long or empty back whole', async ({ client }) => {
    await openRoom(client)
    const masa = await officer('masa')
    const long = await sendAs(client, masa, '/masa/sira/gise', { counter: 'En sondaki gişe' })
    long.assertStatus(422)
    long.assertTextIncludes('En sondaki gişe')
    const empty = await sendAs(client, masa, '/masa/sira/gise', { counter: '\u200b' })
    empty.assertTextIncludes('Gişenizin adını veya numarasını yazın.')
  })

  test('says how long one waits as soon as the day tells', async ({ client, assert }) => {
    const kiosk = await openRoom(client)
    const masa = await atCounter(client, 'masa', '1')
    for (let times = 0; times < 3; times++) {
      await press(client, kiosk)
      await next(client, masa)
    }
    const { id } = await tickets().where('number', 3).firstOrFail()
    await sendAs(client, masa, `/masa/sira/${id}/bitti`)
    const day = (await tickets().firstOrFail()).day
    await db
      .from('queue_tickets')
      .update({ called_at: `${day} 06:00:00`, ended_at: `${day} 06:08:00` })
    await press(client, kiosk)
    const { address } = await press(client, kiosk)
    const ticket = (await client.get(address)).text()
    assert.include(ticket, 'Önünüzde yaklaşık 1 kişi var.')
    assert.include(ticket, 'Bekleme yaklaşık 10 dakika.')
  })

  test('tells the chief what the day was like, whoever was called twice or never came', async ({
    client,
    assert,
    cleanup,
  }) => {
    const now = Settings.now
    cleanup(() => void (Settings.now = now))
    const at = (time: string) => void (Settings.now = () => Date.parse(`2026-12-01T${time}:00Z`))
    at('06:00')
    const kiosk = await openRoom(client)
    const masa = await atCounter(client, 'masa', '1')
    for (let times = 0; times < 4; times++) await press(client, kiosk)
    at('06:04')
    await next(client, masa)
    at('06:09')
    await next(client, masa)
    const { id } = await tickets().where('number', 2).firstOrFail()
    const misses = () => sendAs(client, masa, `/masa/sira/${id}/gelmedi`)
    await misses()
    at('06:20')
    await next(client, masa)
    at('07:10')
    await next(client, masa)
    await next(client, masa)
    await misses()
    await misses()
    const shown = async () => {
      const page = await client.get('/masa/sira/gun').loginAs(await officer('sef'))
      return [...page.text().matchAll(/<td class="rows__number">([^<]+)/g)].map(([, one]) => one)
    }
    // Called first after 4, 9, 20 and 70 minutes; of three who were served one before ten o’clock.
    assert.deepEqual(await shown(), ['4', '3', '1', '0', '9 dakika', '70 dakika', '1', '2'])
    await press(client, kiosk)
    await next(client, masa)
    await sendAs(client, masa, `/masa/sira/${id}/bitti`)
    assert.deepEqual((await shown()).slice(0, 4), ['5', '4', '1', '0'])
    ;(await client.get('/masa/sira/gun').loginAs(masa)).assertStatus(403)
    const none = await client.get('/masa/sira/gun?gun=2026-01-05').loginAs(await officer('sef'))
    none.assertTextIncludes('Bu gün sıra numarası verilmedi.')

    const tallied = await tallies()
    await db.from('queue_tallies').delete()
    await talliesOfTickets(db.connection())
    assert.deepEqual(await tallies(), tallied, 'as days from before are counted')
  })
})

test.group('Two officers who press next at once', (group) => {
  emptied(group)
  group.each.teardown(() => Catalogue.forget())

  test('never call the same number', async ({ client, assert }) => {
    const kiosk = await openRoom(client)
    for (let times = 0; times < 12; times++) await press(client, kiosk)
    const people = [await atCounter(client, 'masa', '1'), await atCounter(client, 'sef', '2')]
    for (let times = 0; times < 6; times++) {
      const pages = await Promise.all(people.map((who) => next(client, who)))
      const numbers = pages.map(({ number }) => number)
      assert.equal(new Set(numbers).size, 2)
      assert.isTrue(numbers.every((number) => number !== null))
    }
    const rows = await tickets()
    assert.sameMembers(
      rows.map(({ turn }) => turn),
      rows.map((_row, at) => at + 1)
    )
  })

  test('who presses twice calls one', async ({ client, assert }) => {
    const kiosk = await openRoom(client)
    await press(client, kiosk)
    await press(client, kiosk)
    const masa = await atCounter(client, 'masa', '1')
    await Promise.all([1, 2].map(() => sendAs(client, masa, '/masa/sira/sonraki', { after: '' })))
    const rows = await tickets()
    assert.deepEqual(
      rows.map(({ state }) => state),
      ['called', 'waiting']
    )
  })

  test('many who take a number at once get one each', async ({ client, assert }) => {
    const kiosk = await openRoom(client)
    const pressed = await Promise.all(Array.from({ length: 12 }, () => press(client, kiosk)))
    assert.lengthOf(new Set(pressed.map(({ address }) => address)), 12)
    const rows = await tickets()
    assert.deepEqual(
      rows.map(({ number }) => number),
      rows.map((_row, at) => at + 1)
    )
  })
})
