import emitter from '@adonisjs/core/services/emitter'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { StepTaken } from '#intake'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { statementsOf } from '#tests/support/databases/statements'
import { officer } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'
import { approved, atUnit, rounds } from '#tests/support/waves/at_unit'
import { madeWave } from '#tests/support/waves/made_wave'
import { RUMOURS } from '#tests/support/waves/rumours'

async function waiting() {
  return (await db.from('wave_works').where('state', 'waits')).length
}

test.group('An answer that is given to a wave', (group) => {
  wrapped(group)

  test('shows how far it is, is stopped in the middle and goes on, each once', async ({
    client,
    assert,
  }) => {
    // More than are answered before somebody looks whether it was stopped.
    const { wave } = await atUnit({}, madeWave(RUMOURS[0]!, 20, { copies: 26, hiding: 2 }))
    const count = await approved(wave)
    const head = await officer('tarim.amir')
    const page = `/birim/dalgalar/${wave.id}`
    // As a press of the button does while a piece is under way.
    let concluded = 0
    const off = emitter.on(StepTaken, async ({ step, trx }) => {
      if (step.kind !== 'concluded' || ++concluded !== 3) return
      const { id } = await db.from('wave_answers').firstOrFail()
      const row = { wave_answer_id: id, stopped_by: head.id, stopped_at: '2026-01-05 09:00:00' }
      await trx.table('wave_stops').insert(row)
    })
    await rounds().all()
    off()
    const shown = await client.get(page).loginAs(head)
    shown.assertTextIncludes(says('response.waves.stoppedNow'))
    shown.assertTextIncludes(says('response.waves.resume'))
    const before = await waiting()
    await rounds().all()
    assert.equal(await waiting(), before)
    const part = await client.get(page).loginAs(head).header('hx-request-type', 'partial')
    part.assertStatus(200)
    assert.notInclude(part.text(), '<main')
    part.assertTextIncludes('<progress')
    ;(await sendAs(client, head, `${page}/devam`, {})).assertStatus(303)
    await rounds().all()
    assert.equal(await waiting(), 0)
    const works = await db.from('wave_works')
    assert.lengthOf(works, count)
    const answers = await db.from('answers')
    assert.lengthOf(new Set(answers.map((one) => one.petition_id)), answers.length)
  })

  test('is stopped by a head alone, twice as once, and not once it is given', async ({
    client,
    assert,
  }) => {
    const { wave } = await atUnit()
    await approved(wave)
    const stop = `/birim/dalgalar/${wave.id}/durdurma`
    ;(await sendAs(client, await officer('tarim'), stop, {})).assertStatus(403)
    const head = await officer('tarim.amir')
    ;(await sendAs(client, head, stop, {})).assertStatus(303)
    ;(await sendAs(client, head, stop, {})).assertStatus(303)
    assert.lengthOf(await db.from('wave_stops'), 1)
    const other = { version: '1', text: 'Yeni bir cevap yazdım.', intent: 'save' }
    const early = await sendAs(client, head, `/birim/dalgalar/${wave.id}`, other)
    early.assertStatus(422)
    early.assertTextIncludes(says('response.problems.wave.giving'))
    early.assertTextIncludes(other.text)
    await rounds().all()
    assert.isAbove(await waiting(), 0)
    ;(await sendAs(client, head, `/birim/dalgalar/${wave.id}/devam`, {})).assertStatus(303)
    await rounds().all()
    const late = await sendAs(client, head, stop, {})
    late.assertStatus(422)
    late.assertTextIncludes(says('response.problems.wave.notGiven'))
  })

  test('waits for nobody: another wave is answered while one petition is worked on', async ({
    assert,
  }) => {
    const { wave } = await atUnit()
    const count = await approved(wave)
    const off = emitter.on(StepTaken, ({ step }) => {
      if (step.kind === 'submitted' && ++tried === 1) throw new Error('worked on')
    })
    let tried = 0
    await rounds().all()
    off()
    assert.equal(await waiting(), 1)
    await rounds().all()
    assert.equal(await waiting(), 0)
    assert.lengthOf(await db.from('wave_works'), count)
  })

  test('is given to a few at once, and each by itself where one of them is in the way', async ({
    assert,
  }) => {
    const { wave } = await atUnit()
    const count = await approved(wave)
    const [first] = await db.from('wave_works').orderBy('id').limit(1)
    const off = emitter.on(StepTaken, ({ petition, step }) => {
      const isIt = petition.id === first.petition_id && step.kind === 'concluded'
      if (isIt) throw new Error('in the way')
    })
    await rounds(5).all()
    off()
    assert.deepEqual(
      (await db.from('wave_works').where('state', 'waits')).map((row) => row.petition_id),
      [first.petition_id]
    )
    const once = async (rows: ReturnType<typeof db.from>) =>
      (await rows.select('petition_id')).map((row) => row.petition_id as number)
    const answered = await once(db.from('wave_works').where('state', 'answered'))
    assert.isAtLeast(answered.length, 8)
    assert.sameMembers(await once(db.from('answers')), answered)
    assert.sameMembers(await once(db.from('steps').where('kind', 'concluded')), answered)
    await rounds(5).all()
    assert.lengthOf(await once(db.from('answers')), count)
  })

  test('asks little of the database for each', async ({ assert }) => {
    const { wave } = await atUnit()
    const count = await approved(wave)
    const { statements } = await statementsOf(() => rounds(5).all())
    // What is asked once, whatever is answered: of whom, of what wave, what else there is to do.
    const once = 25
    assert.isAtMost(statements.length, once + 17 * count, statements.join('\n'))
  })
})
