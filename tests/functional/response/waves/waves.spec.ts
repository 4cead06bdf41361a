import emitter from '@adonisjs/core/services/emitter'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Petition, StepTaken } from '#intake'
import { Subject } from '#organisation'
import { restrict } from '#routing'
import { WaveAnswer } from '../../../../app/response/models/wave_answer.ts'
import { approveWave } from '../../../../app/response/waves/answering/approve.ts'
import { newestMember } from '../../../../app/response/waves/shown/some_of.ts'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, received } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'
import { approved, atUnit, grouped, MADE, rounds, written } from '#tests/support/waves/at_unit'

async function stagesOf(petitions: readonly Petition[]) {
  const now = await Petition.findMany(petitions.map(({ id }) => id))
  return petitions.map(({ id }) => now.find((one) => one.id === id)!.stage)
}

test.group('A wave', (group) => {
  wrapped(group)

  test('is of those who say the same, and knows who says something else', async ({ assert }) => {
    const { wave } = await atUnit()
    assert.isAtLeast(wave.members, 10)
    const members = await db.from('wave_members').where('wave_id', wave.id)
    const ids = members.filter(({ read_as: as }) => as === 'copy').map((row) => row.petition_id)
    const texts = (await Petition.findMany(ids)).map(({ text }) => text)
    for (const { text } of MADE.filter(({ need }) => need !== null)) {
      assert.notInclude(texts, text)
    }
  })

  test('stands on the card of each of its petitions, as long as it is of it', async ({
    client,
    assert,
  }) => {
    const { all, wave } = await atUnit()
    const tarim = await officer('tarim')
    const card = async ({ number }: Petition) =>
      (await client.get(`/dosya/${number}`).loginAs(tarim)).text()
    const copy = all[MADE.findIndex(({ need }) => need === null)]!
    const apart = all[MADE.findIndex(({ need }) => need !== null)]!
    const link = `href="/birim/dalgalar/${wave.id}"`
    const count = wave.copies
    const said = await card(copy)
    assert.include(said, says('response.waves.beside', { count }))
    assert.include(said, link)
    const alone = await card(apart)
    assert.include(alone, says('response.waves.besideApart', { count }))
    assert.include(alone, link)
    await restrict(await Petition.findOrFail(copy.id), await officer('sef'), 'Gizli')
    assert.notInclude(await card(copy), link)
  })

  test('never holds what is answered alone', async ({ assert }) => {
    await atUnit()
    const { text } = MADE.find(({ need }) => need === null)!
    const sef = await officer('sef')
    const alone = [
      await received({ text, kind: 'tipOff' }),
      await received({ text, kind: 'informationRequest' }),
      await received({ text, kind: 'complaint', complainedName: 'Bir görevli' }),
      await received({ text, kind: 'dataRequest' }),
      await received({ text, subject: await Subject.findByOrFail('sensitive', true) }),
    ]
    const restricted = await received({ text })
    await restrict(restricted, sef, 'Gizli')
    await grouped()
    const ids = [...alone, restricted].map(({ id }) => id)
    assert.isEmpty(await db.from('wave_members').whereIn('petition_id', ids))
  })

  test('is called by its words as people write them, and its answer is two keys away', async ({
    client,
    assert,
  }) => {
    const { wave } = await atUnit()
    const tarim = await officer('tarim')
    const list = await client.get('/birim/dalgalar').loginAs(tarim)
    const page = await client.get(`/birim/dalgalar/${wave.id}`).loginAs(tarim)
    const [, name] = /<h1>[^<]*<bdi>([^<]*)<\/bdi>/.exec(page.text())!
    assert.match(name!, /[çğıöşü]/)
    assert.lengthOf(name!.split(' · '), 6)
    list.assertTextIncludes(name!)
    page.assertTextIncludes('href="#answer"')
    page.assertTextIncludes('id="answer" tabindex="-1"')
    await written(wave)
    const head = await client.get(`/birim/dalgalar/${wave.id}`).loginAs(await officer('tarim.amir'))
    head.assertTextIncludes('href="#answer"')
    head.assertTextIncludes('<h2 id="answer" tabindex="-1">')
  })

  test('is answered by one approval, each once with a letter of its own', async ({
    client,
    assert,
  }) => {
    const { all, wave } = await atUnit()
    await written(wave)
    const head = await officer('tarim.amir')
    const page = await client.get(`/birim/dalgalar/${wave.id}`).loginAs(head)
    page.assertStatus(200)
    const upTo = /name="upTo" value="(\d+)"/.exec(page.text())![1]!
    const done = await sendAs(client, head, `/birim/dalgalar/${wave.id}/onay`, {
      version: '1',
      upTo,
    })
    done.assertStatus(303)
    await rounds().all()
    await rounds().all()
    const copies = await db.from('wave_works').where('state', 'answered')
    assert.isAtLeast(copies.length, 8)
    for (const { petition_id: id } of copies) {
      const petition = await Petition.findOrFail(id)
      const steps = await petition.related('steps').query()
      assert.equal(petition.stage, 'concluded')
      assert.lengthOf(
        steps.filter(({ kind }) => kind === 'concluded'),
        1
      )
      assert.include(steps[0]!.publicText, petition.shownNumber)
      assert.lengthOf(await db.from('answers').where('petition_id', id), 1)
    }
    const hiding = all.filter((_, at) => MADE[at]!.need !== null)
    assert.deepEqual(await stagesOf(hiding), ['routed', 'routed'])
  })

  test('goes on after a process was killed in the middle', async ({ assert }) => {
    const { wave } = await atUnit()
    const count = await approved(wave)
    let concluded = 0
    // The third one ends before its transaction does.
    const off = emitter.on(StepTaken, ({ step }) => {
      if (step.kind === 'concluded' && ++concluded === 3) throw new Error('killed')
    })
    await rounds().all()
    off()
    assert.lengthOf(await db.from('wave_works').where('state', 'waits'), 1)
    assert.isNull((await WaveAnswer.findByOrFail('waveId', wave.id)).endedAt)
    await rounds().all()
    assert.isNotNull((await WaveAnswer.findByOrFail('waveId', wave.id)).endedAt)
    const works = await db.from('wave_works')
    assert.lengthOf(works, count)
    assert.isEmpty(works.filter(({ state }) => state === 'waits'))
    const ids = works.filter(({ state }) => state === 'answered').map((row) => row.petition_id)
    assert.lengthOf(await db.from('answers').whereIn('petition_id', ids), ids.length)
  })

  test('leaves to a person what changed since the approval', async ({ assert }) => {
    const { all, wave } = await atUnit()
    const copy = all[MADE.findIndex(({ need }) => need === null)]!
    await approved(wave)
    await restrict(await Petition.findOrFail(copy.id), await officer('sef'), 'Gizli')
    await rounds().all()
    assert.deepEqual(await stagesOf([copy]), ['routed'])
    const work = await db.from('wave_works').where('petition_id', copy.id).first()
    if (work) assert.equal(work.state, 'left')
  })

  test('is not approved by whoever wrote it, nor by words that changed', async ({ assert }) => {
    const { wave } = await atUnit()
    await written(wave)
    const until = await newestMember(wave)
    const head = await officer('tarim.amir')
    await assert.rejects(() => approveWave(wave, head, { version: 2, until }))
    const writer = await officer('tarim')
    await assert.rejects(() => approveWave(wave, writer, { version: 1, until }))
  })
})
