import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Catalogue } from '#organisation'
import { says } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { statementsOf } from '#tests/support/databases/statements'
import { newOfficer, officer } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'
import { approveWave, writeWaveAnswer } from '#response'
import { approved, atUnit, rounds, written } from '#tests/support/waves/at_unit'
import { newestMember } from '../../../../app/response/waves/shown/some_of.ts'
import { wavesOf } from '../../../../app/response/waves/shown/waves_of.ts'
import { answerSome } from '../../../../app/response/waves/answering/answer_some.ts'
import { sendBackWave } from '../../../../app/response/waves/answering/approve.ts'
import { underWay } from '../../../../app/response/waves/answering/under_way.ts'
import { Wave } from '../../../../app/response/models/wave.ts'
import { WaveAnswer } from '../../../../app/response/models/wave_answer.ts'

const OTHER = {
  ...{ outcome: 'informed', ground: null, reason: null, remedy: null },
  text: '{numara}: böyle bir destek hiç olmadı.',
}

test.group('An answer to a wave that waits for its head', (group) => {
  emptied(group)

  test('is approved by one of two who press at once, and given to each once', async ({
    assert,
  }) => {
    const { wave } = await atUnit()
    await written(wave)
    const other = await newOfficer('tarim.vekil', 'TAR', ['unitHead'])
    const heads = [await officer('tarim.amir'), await other.loadRoles()]
    const until = await newestMember(wave)
    const pressed = await Promise.allSettled(
      heads.map((head) => approveWave(wave, head, { version: 1, until }))
    )
    const counts = pressed.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    assert.lengthOf(counts, 1)
    const refused = pressed.find((one) => one.status === 'rejected')!
    assert.equal(refused.reason.reasons[0].rule, 'changed')
    await Promise.all([rounds(5).all(), rounds(5).all()])
    await rounds().all()
    const answers = (await db.from('answers')).map((row) => row.petition_id as number)
    assert.lengthOf(answers, counts[0]!)
    assert.lengthOf(new Set(answers), counts[0]!)
    const ended = (await db.from('steps').where('kind', 'concluded')).map((row) => row.petition_id)
    assert.sameMembers(ended, answers)
  })

  test('is given also where nothing is remembered of its authority at that moment', async ({
    assert,
  }) => {
    const { wave } = await atUnit()
    await approved(wave)
    const [answer] = await WaveAnswer.underWay()
    const under = await underWay(answer!)
    const rows = await db.from('wave_works').orderBy('id').limit(5)
    const works = rows.map((row) => ({ id: row.id, petitionId: row.petition_id }))
    // As where days off were entered a moment ago.
    Catalogue.forget()
    const failed: unknown[] = []
    await answerSome(works, under, (error) => void failed.push(error))
    assert.isEmpty(failed)
    const ids = works.map(({ id }) => id as number)
    assert.isEmpty(await db.from('wave_works').whereIn('id', ids).where('state', 'waits'))
    assert.isNotEmpty(await db.from('wave_works').whereIn('id', ids).where('state', 'answered'))
  })

  test('is not approved by a page of before: the words changed, and the head is told', async ({
    client,
    assert,
  }) => {
    const { wave } = await atUnit()
    await written(wave)
    const [head, writer] = [await officer('tarim.amir'), await officer('tarim')]
    const page = `/birim/dalgalar/${wave.id}`
    const open = await client.get(page).loginAs(head)
    const [, upTo] = /name="upTo" value="(\d+)"/.exec(open.text())!
    await sendBackWave(wave, head, { version: 1 })
    await writeWaveAnswer(wave, OTHER, writer, { version: 2, submits: true })
    const late = await sendAs(client, head, `${page}/onay`, { version: '1', upTo: upTo! })
    late.assertStatus(422)
    late.assertTextIncludes(says('response.problems.wave.changed'))
    late.assertTextIncludes('hiç olmadı')
    assert.isEmpty(await db.from('wave_works'))
    const now = await sendAs(client, head, `${page}/onay`, { version: '3', upTo: upTo! })
    now.assertStatus(303)
    assert.isAbove((await db.from('wave_works')).length, 0)
  })

  test('costs the list of waves as much, however many there are', async ({ assert }) => {
    const { wave } = await atUnit()
    const [tarim, sef] = [await officer('tarim'), await officer('sef')]
    const listed = (who: typeof tarim) => statementsOf(() => wavesOf(who))
    assert.lengthOf((await listed(tarim)).result, 1)
    assert.lengthOf((await listed(sef)).result, 0, 'the bureau has none of it')
    const { statements: few } = await listed(tarim)
    const members = await db.from('wave_members').where('wave_id', wave.id).select('id')
    for (const { id } of members.slice(0, 6)) {
      const more = await Wave.create({ ...asRow(wave), lastAt: wave.lastAt })
      await db.from('wave_members').where({ id }).update({ wave_id: more.id })
    }
    const { statements: many, result } = await listed(tarim)
    assert.isAtLeast(result.length, 5)
    assert.equal(many.length, few.length, many.join('\n'))
    assert.isAtMost(many.length, 5)
  })
})

function asRow({ $attributes }: Wave) {
  const { id: _, ...row } = $attributes
  return row
}
