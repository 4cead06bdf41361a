import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import { remindDirectives } from '#response'
import { Referral } from '#routing'
import { today } from '#shared/dates/turkish_date'
import { open, says, send } from '#tests/support/at_the_card'
import { stepsOf } from '#tests/support/clarifying'
import { wrapped } from '#tests/support/database'
import { hasMoreUnits } from '#tests/support/databases/district'
import { officer, received, referredTo, unit } from '#tests/support/journey'
import { itIs, onAWednesday } from '#tests/support/reminding'

const TEXT = 'Yerinde bakılıp fotoğrafı eklensin.'
const SAID = { directive: TEXT, directiveDay: '2026-12-09', to: '' }
const rows = () => db.from('directives').orderBy('id')
const goesOn = () => true

function give(client: ApiClient, who: Officer, fields: object) {
  const asked = client.post('/talimatlar/yeni').loginAs(who).withCsrfToken().redirects(0)
  return asked.form({ ...SAID, ...fields })
}

async function directed(client: ApiClient) {
  const petition = await referredTo('TAR')
  const kaymakam = await officer('kaymakam')
  const numbers = { numbers: petition.number }
  ;(await give(client, kaymakam, numbers)).assertStatus(303)
  const [{ id }] = await rows()
  return { petition, kaymakam, tarim: await officer('tarim'), id: id as number }
}

function answerIt(
  client: ApiClient,
  who: Officer,
  petition: Petition,
  id: number,
  fields: Record<string, string>
) {
  return send(client, who, petition, `talimat/${id}`, fields)
}

test.group('A directive', (group) => {
  onAWednesday(group)
  wrapped(group)

  test('goes to the unit in charge of each petition of a list, once', async ({
    client,
    assert,
  }) => {
    const [one, other] = [await referredTo('TAR'), await received()]
    const kaymakam = await officer('kaymakam')
    const numbers = { numbers: `${one.shownNumber}\n${other.number}\n${one.number}` }
    for (const _ of [1, 2]) (await give(client, kaymakam, numbers)).assertStatus(303)
    const all = await rows()
    assert.lengthOf(all, 2)
    assert.deepEqual(
      all.map(({ petition_id, officer_id }) => [petition_id, officer_id]),
      [
        [one.id, null],
        [other.id, null],
      ]
    )
    assert.lengthOf(await stepsOf(one, 'directed'), 1)
    const list = await client.get('/talimatlar').loginAs(kaymakam)
    list.assertTextIncludes(one.number)
  })

  test('is given by managers alone, of what they and whoever gets it may see', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const numbers = { numbers: petition.number }
    ;(await give(client, await officer('sef'), numbers)).assertStatus(403)
    const kaymakam = await officer('kaymakam')
    const nobodys = await give(client, kaymakam, { numbers: '2600000009' })
    nobodys.assertStatus(422)
    const blind = await received({ kind: 'request' })
    const to = String((await officer('tarim')).id)
    const unseen = await give(client, kaymakam, { numbers: blind.number, to })
    unseen.assertStatus(422)
    unseen.assertTextIncludes(TEXT)
    const past = await give(client, kaymakam, { ...numbers, directiveDay: '2026-12-01' })
    past.assertTextIncludes(says('response.problems.directiveDay.past'))
    assert.isEmpty(await rows())
  })

  test('is answered in the petition, and stands before both until it is done', async ({
    client,
    assert,
  }) => {
    const { petition, kaymakam, tarim, id } = await directed(client)
    const card = await open(client, tarim, petition)
    const [told, rest] = [TEXT, 'card__rest'].map((words) => card.text().indexOf(words))
    assert.isAbove(told!, 0)
    assert.isBelow(told!, rest!, 'above the answer, not below its long form')
    const stranger = { reply: 'Bakıldı.' }
    ;(await answerIt(client, await officer('masa'), petition, id, stranger)).assertStatus(422)
    ;(await answerIt(client, tarim, petition, id, { reply: ' ' })).assertStatus(422)
    ;(await answerIt(client, tarim, petition, id, { reply: 'Yarın gidilecek.' })).assertStatus(303)
    assert.equal((await rows())[0].state, 'answered')
    for (const who of [kaymakam, tarim]) {
      const list = await client.get('/talimatlar').loginAs(who)
      list.assertTextIncludes(petition.number)
    }
    const done = { reply: 'Bakıldı, fotoğrafı eklendi.', isDone: '1' }
    for (const _ of [1, 2]) {
      ;(await answerIt(client, tarim, petition, id, done)).assertStatus(303)
    }
    assert.equal((await rows())[0].state, 'done')
    assert.lengthOf(await stepsOf(petition, 'directiveAnswered'), 2)
    for (const who of [kaymakam, tarim]) {
      const list = await client.get('/talimatlar').loginAs(who)
      assert.notInclude(list.text(), petition.number)
    }
    ;(await answerIt(client, tarim, petition, id, { reply: 'Bir de şu.' })).assertStatus(422)
  })

  test('is ended by whoever gave it, and by nobody else', async ({ client, assert }) => {
    const { petition, kaymakam, tarim, id } = await directed(client)
    ;(await send(client, tarim, petition, `talimat/${id}/bitti`)).assertStatus(422)
    for (const _ of [1, 2]) {
      ;(await send(client, kaymakam, petition, `talimat/${id}/bitti`)).assertStatus(303)
    }
    assert.equal((await rows())[0].state, 'done')
    assert.lengthOf(await stepsOf(petition, 'directiveClosed'), 1)
  })

  test('is brought to mind on its day, once, unless it is answered', async ({ client, assert }) => {
    const { petition } = await directed(client)
    const day = today().set({ month: 12, day: 9 })
    assert.equal(await remindDirectives(day.minus({ days: 1 }), goesOn), 0)
    assert.equal(await remindDirectives(day, goesOn), 1)
    assert.equal(await remindDirectives(day, goesOn), 0)
    assert.lengthOf(await stepsOf(petition, 'directiveDue'), 1)
    itIs('2026-12-10T09:00:00Z')
    const first = await client.get('/izleme').loginAs(await officer('kaymakam'))
    first.assertTextIncludes(`(${says('response.afterwards.objections.lateCount', { count: 1 })})`)
  })

  test('goes along with its petition to the next unit in charge', async ({ client }) => {
    const { petition, id } = await directed(client)
    await hasMoreUnits()
    const wrong = { reason: 'Bu iş bizim değil.' }
    const current = await petition.refresh()
    ;(await send(client, await officer('tarim'), current, 'iade', wrong)).assertStatus(303)
    await Referral.make(await petition.refresh(), await unit('MEM'), await officer('sef'))
    const egitim = await officer('egitim')
    const list = await client.get('/talimatlar').loginAs(egitim)
    list.assertTextIncludes(petition.number)
    const reply = { reply: 'Bakıldı.', isDone: '1' }
    ;(await answerIt(client, egitim, petition, id, reply)).assertStatus(303)
  })
})
