import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Answer, bringBack, Succession } from '#response'
import { today } from '#shared/dates/turkish_date'
import { says, send } from '#tests/support/at_the_card'
import { atTheUnit, fresh, lookedUp, stepsOf, told } from '#tests/support/clarifying'
import { wrapped } from '#tests/support/database'
import { hasMoreUnits } from '#tests/support/databases/district'
import { GRANTED, officer, unit } from '#tests/support/journey'
import { itIs, onAWednesday } from '#tests/support/reminding'
import { posted } from '#tests/support/walks/every_form'
import type { ApiClient } from '@japa/api-client'

const PROMISED = { promised: 'Yol asfaltlanacak.', promiseDay: '2027-03-31' }
const goesOn = () => true
const onTheDay = () => today().set({ year: 2027, month: 3, day: 31 })
const rowsOf = ({ id }: { id: number }) =>
  db.from('commitments').where('petition_id', id).orderBy('id')

/** A promise of agriculture, whose answer was given. */
async function promised(client: ApiClient) {
  const { petition, secret } = await atTheUnit()
  const tarim = await officer('tarim')
  ;(await send(client, tarim, petition, 'soz', PROMISED)).assertStatus(303)
  await (await Answer.draftFor(await fresh(petition))).submit(GRANTED, tarim)
  await (await Answer.draftFor(await fresh(petition))).approve(await officer('tarim.amir'))
  const [{ id }] = await rowsOf(petition)
  return { petition: await fresh(petition), secret, tarim, id: id as number }
}

test.group('What an answer promises for later', (group) => {
  onAWednesday(group)
  wrapped(group)

  test('begins with the answer, is written once, and can be dropped before', async ({
    client,
    assert,
  }) => {
    const { petition } = await atTheUnit()
    const tarim = await officer('tarim')
    for (const _ of [1, 2]) await send(client, tarim, petition, 'soz', PROMISED)
    const [row, ...more] = await rowsOf(petition)
    assert.isEmpty(more)
    assert.equal(row.state, 'proposed')
    ;(await send(client, tarim, petition, `soz/${row.id}/sil`)).assertStatus(303)
    assert.isEmpty(await rowsOf(petition))
    const { petition: given } = await promised(client)
    assert.equal((await rowsOf(given))[0].state, 'open')
  })

  test('needs words and a day ahead, and keeps what was typed', async ({ client }) => {
    const { petition } = await atTheUnit()
    const past = { promised: 'Yol asfaltlanacak.', promiseDay: '2026-12-02' }
    const page = await send(client, await officer('tarim'), petition, 'soz', past)
    page.assertStatus(422)
    page.assertTextIncludes(says('response.problems.promiseDay.past'))
    page.assertTextIncludes('Yol asfaltlanacak.')
    const other = await send(client, await officer('masa'), petition, 'soz', PROMISED)
    other.assertStatus(422)
  })

  test('comes back to the unit on its day, once, and opens nothing', async ({ client, assert }) => {
    const { petition, tarim } = await promised(client)
    assert.equal(await bringBack(onTheDay().minus({ days: 1 }), goesOn), 0)
    assert.equal(await bringBack(onTheDay(), () => false), 0)
    assert.equal(await bringBack(onTheDay(), goesOn), 1)
    assert.equal(await bringBack(onTheDay().plus({ days: 1 }), goesOn), 0)
    assert.lengthOf(await stepsOf(petition, 'commitmentDue'), 1)
    assert.equal((await fresh(petition)).stage, 'concluded')
    const list = await client.get('/birim/sozler').loginAs(tarim)
    list.assertTextIncludes(petition.number)
  })

  test('is kept, and its petitioner is told without a word of it', async ({ client, assert }) => {
    const { petition, secret, tarim, id } = await promised(client)
    const kept = { promiseEnd: 'kept', promiseReason: 'Asfalt döküldü.' }
    for (const _ of [1, 2]) {
      ;(await send(client, tarim, petition, `soz/${id}`, kept)).assertStatus(303)
    }
    assert.equal((await rowsOf(petition))[0].state, 'kept')
    assert.lengthOf(await stepsOf(petition, 'commitmentKept'), 1)
    const [message] = await told(petition, 'commitmentTold')
    assert.notInclude(message.placeholders, 'Asfalt')
    const { page } = await lookedUp(client, petition, secret)
    page.assertTextIncludes('Asfalt döküldü.')
  })

  test('goes with the petitions of a closed unit, once, and is kept there', async ({
    client,
    assert,
  }) => {
    await hasMoreUnits()
    const { petition, tarim, id } = await promised(client)
    const [{ id: from, version }, { id: to }] = [await unit('TAR'), await unit('MEM')]
    const closing = { version: String(version), successor: 'MEM' }
    const sef = await officer('sef')
    ;(await posted(client, sef, `/yonetim/birimler/${from}/kapat`, closing)).assertStatus(303)
    const succession = new Succession({ error: () => {} }, 0)
    for (const _ of [1, 2]) await succession.round()
    assert.equal((await rowsOf(petition))[0].unit_id, to)
    assert.lengthOf(await stepsOf(petition, 'commitmentHandedOn'), 1)
    assert.equal((await fresh(petition)).stage, 'concluded')
    // Its people went along, and have it on the list of their new unit.
    const person = await officer(tarim.login)
    const list = await client.get('/birim/sozler').loginAs(person)
    list.assertTextIncludes(petition.number)
    const kept = { promiseEnd: 'kept', promiseReason: 'Asfalt döküldü.' }
    ;(await send(client, person, petition, `soz/${id}`, kept)).assertStatus(303)
    assert.equal((await rowsOf(petition))[0].state, 'kept')
  })

  test('that is past its day is shown as late to its unit and to managers', async ({ client }) => {
    const { petition, tarim } = await promised(client)
    itIs('2027-04-01T09:00:00Z')
    const list = await client.get('/birim/sozler').loginAs(tarim)
    list.assertTextIncludes(says('response.commitments.late'))
    const figures = await client.get('/izleme/sozler').loginAs(await officer('kaymakam'))
    figures.assertTextIncludes(petition.shownNumber.replaceAll(' ', '\u00a0'))
  })

  test('is moved to a later day for a reason, or is not kept', async ({ client, assert }) => {
    const { petition, tarim, id } = await promised(client)
    const moved = { promiseEnd: 'moved', promiseDay: '2027-03-30', promiseReason: 'Hava soğuk.' }
    const early = await send(client, tarim, petition, `soz/${id}`, moved)
    early.assertStatus(422)
    early.assertTextIncludes(says('response.problems.promiseDay.notLater'))
    const later = { ...moved, promiseDay: '2027-04-30' }
    ;(await send(client, tarim, petition, `soz/${id}`, later)).assertStatus(303)
    const [before, after] = await rowsOf(petition)
    assert.deepEqual([before.state, after.state, after.day], ['moved', 'open', '2027-04-30'])
    const again = await send(client, await officer('tarim.amir'), petition, `soz/${id}`, {
      promiseEnd: 'kept',
    })
    again.assertStatus(422)
    const silent = await send(client, tarim, petition, `soz/${after.id}`, { promiseEnd: 'broken' })
    silent.assertStatus(422)
    const why = { promiseEnd: 'broken', promiseReason: 'Ödenek çıkmadı.' }
    ;(await send(client, tarim, petition, `soz/${after.id}`, why)).assertStatus(303)
    assert.equal((await rowsOf(petition))[1].state, 'broken')
    const figures = await client.get('/izleme/sozler').loginAs(await officer('kaymakam'))
    figures.assertTextIncludes(says('response.commitments.state.broken'))
  })
})
