import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { drawSample } from '#intake'
import { Catalogue } from '#organisation'
import { today } from '#shared/dates/turkish_date'
import { answered, saysSolved } from '#tests/support/afterwards'
import { says } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { onAWednesday } from '#tests/support/reminding'

const goesOn = () => true
const tomorrow = () => today().plus({ days: 1 })

async function share(percent: number) {
  await db.from('authorities').update({ sample_share: percent })
  Catalogue.forget()
}

test.group('The sample that the bureau calls', (group) => {
  onAWednesday(group)
  emptied(group)
  group.each.teardown(() => Catalogue.forget())

  test('is drawn once, on the day after the answer, and by nobody twice', async ({ assert }) => {
    await share(100)
    await answered()
    assert.equal(await drawSample(today(), goesOn), 0, 'given today')
    assert.equal(await drawSample(tomorrow(), () => false), 0, 'stopped before')
    assert.equal(await drawSample(tomorrow(), goesOn), 1)
    assert.equal(await drawSample(tomorrow(), goesOn), 0)
    await db.from('surveys').update({ drawn_on: null })
    await drawSample(tomorrow(), goesOn)
    assert.lengthOf(await db.from('sample_calls'), 1, 'as another process might')
  })

  test('holds nobody where the share is none, and none that the bureau may not see', async ({
    assert,
  }) => {
    await share(0)
    await answered()
    assert.equal(await drawSample(tomorrow(), goesOn), 0)
    await share(100)
    const { petition } = await answered()
    await db.from('petitions').where('id', petition.id).update({ circle: 'unit' })
    assert.equal(await drawSample(tomorrow(), goesOn), 0)
  })

  test('is called by the desk, written down once, and shown beside who said it themselves', async ({
    client,
    assert,
  }) => {
    await share(100)
    const { petition, secret } = await answered()
    await drawSample(tomorrow(), goesOn)
    const [masa, sef] = [await officer('masa'), await officer('sef')]
    const list = await client.get('/masa/aramalar').loginAs(masa)
    // On pages a number does not break.
    list.assertTextIncludes(petition.shownNumber.replaceAll(' ', '\u00a0'))
    const { id } = await db.from('sample_calls').firstOrFail()
    const send = (who: typeof masa, fields: object) =>
      client.post(`/masa/aramalar/${id}`).loginAs(who).withCsrfToken().redirects(0).form(fields)
    ;(await send(masa, { calledWords: 'Açmadı.' })).assertStatus(422)
    ;(await send(masa, { heard: 'no', calledWords: 'Çukur duruyor.' })).assertStatus(303)
    ;(await send(masa, { heard: 'no', calledWords: 'Çukur duruyor.' })).assertStatus(303)
    ;(await send(sef, { heard: 'yes' })).assertStatus(422)
    const row = await db.from('sample_calls').firstOrFail()
    assert.equal(row.result, 'no')
    assert.notInclude(row.words, 'Çukur')
    await saysSolved(client, petition, secret, { solved: 'yes' })
    const figures = await client.get('/izleme/cozuldu').loginAs(sef)
    figures.assertTextIncludes(says('insight.solved.called'))
    figures.assertTextIncludes(says('insight.solved.judged'))
    const unit = await client.get('/masa/aramalar').loginAs(await officer('tarim'))
    unit.assertStatus(403)
  })
})
