import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import { ChangesList, Officer, Subject, Unit } from '#organisation'
import { Answer, Succession } from '#response'
import { open, says, send as press } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { district, hasMoreUnits } from '#tests/support/databases/district'
import { GRANTED, officer, referredTo, submitted, unit } from '#tests/support/journey'
import { opened, posted } from '#tests/support/walks/every_form'

const SILENT = { error: () => {} }

/** Presses a button of a unit's page, as whoever has just opened it. */
async function at(
  client: ApiClient,
  { id }: Unit,
  button: 'kapat' | 'ac',
  form: Record<string, string> = {}
) {
  const { version } = await Unit.findOrFail(id)
  const fields = { version: String(version), ...form }
  return posted(client, await officer('sef'), `/yonetim/birimler/${id}/${button}`, fields)
}

const round = () => new Succession(SILENT, 0).round()

/** As if everybody had heard of it. */
const later = () => db.from('unit_closings').update({ began_at: '2026-01-01 09:00:00' })

test.group('Closing a unit', (group) => {
  wrapped(group)
  group.each.setup(() => hasMoreUnits())

  test('is refused while work is open, unless somebody has it', async ({ client, assert }) => {
    await referredTo('TAR')
    const tar = await unit('TAR')
    const refused = await at(client, tar, 'kapat')
    refused.assertStatus(422)
    refused.assertTextIncludes('1 açık başvuru ve 2 görevli var')
    assert.isNull((await Unit.findOrFail(tar.id)).closedOn)
    assert.isEmpty((await ChangesList.of('unit', tar.id)).rows)
  })

  test('hands petitions, drafts, people and subjects to the successor', async ({
    client,
    assert,
  }) => {
    const waiting = await submitted()
    const drafted = await referredTo('TAR')
    await (await Answer.draftFor(drafted)).write(GRANTED, await officer('tarim'))
    await press(client, await officer('tarim'), await drafted.refresh(), 'uzerine-al')
    const [tar, mem] = [await unit('TAR'), await unit('MEM')]
    const [due, head] = [waiting.dueOn.toISODate(), await officer('tarim.amir')]
    ;(await at(client, tar, 'kapat', { successor: 'MEM' })).assertStatus(303)
    assert.isUndefined((await district()).unitByCode('TAR'))
    await round()

    for (const petition of [waiting, drafted]) {
      await petition.refresh()
      assert.equal(petition.unitId, mem.id)
      const [step] = await petition.related('steps').query().limit(1)
      assert.deepInclude(step!.serialize(), { kind: 'handedOn', unitId: mem.id })
    }
    assert.equal(waiting.stage, 'awaitingApproval')
    assert.equal(waiting.dueOn.toISODate(), due, 'the promised day stays')
    assert.equal(drafted.stage, 'inProgress')
    assert.equal(drafted.assigneeId, (await officer('tarim')).id, 'who goes along keeps it in hand')
    assert.equal((await Answer.newestOf(drafted))!.text, GRANTED.text)
    assert.equal((await Officer.findOrFail(head.id)).unitId, mem.id)
    assert.isEmpty(await Subject.query().where('unit_id', tar.id).whereNull('closed_on'))
    assert.isNotEmpty((await ChangesList.of('officer', head.id)).rows)

    const card = await open(client, await officer('tarim.amir'), waiting)
    card.assertTextIncludes(says('intake.step.handedOn'))
    const approved = await press(client, await officer('tarim.amir'), waiting, 'onay', {})
    approved.assertStatus(303)
  })

  test('moves nothing twice, and goes on where it was stopped', async ({ client, assert }) => {
    const petitions = [await referredTo('TAR'), await referredTo('TAR'), await referredTo('TAR')]
    const tar = await unit('TAR')
    await at(client, tar, 'kapat', { successor: 'MEM' })
    const stopped = new Succession(SILENT, 1)
    stopped.start()
    await stopped.stop()
    await round()
    await round()
    const steps = await db.from('steps').where('kind', 'handedOn')
    assert.lengthOf(steps, petitions.length)
    const readers = db.from('petition_readers').where('unit_id', tar.id)
    assert.isEmpty(await readers.whereNull('until'))
    const [closing] = await db.from('unit_closings')
    assert.equal(closing.moved, petitions.length)
    assert.isNull(closing.ended_at, 'somebody may refer to it still')
    await later()
    await round()
    assert.isNotNull((await db.from('unit_closings').first()).ended_at)
  })

  test('leaves a complaint about the successor to the desk', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { complainedUnit: await unit('MEM') })
    await at(client, await unit('TAR'), 'kapat', { successor: 'MEM' })
    await round()
    const { stage, unitId, returns } = await Petition.findOrFail(petition.id)
    assert.deepEqual([stage, unitId, returns], ['returned', (await unit('AKB')).id, 0])
  })

  test('gives the work to whoever comes after a successor that was closed too', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    await at(client, await unit('TAR'), 'kapat', { successor: 'MEM' })
    await at(client, await unit('MEM'), 'kapat', { successor: 'ISM' })
    await round()
    assert.equal((await Petition.findOrFail(petition.id)).unitId, (await unit('ISM')).id)
  })

  test('is not for the bureau, and people of a unit do not go there', async ({ client }) => {
    const bureau = await at(client, await unit('AKB'), 'kapat')
    bureau.assertStatus(422)
    bureau.assertTextIncludes(says('administration.problems.successor.bureau'))
    const people = await at(client, await unit('TAR'), 'kapat', { successor: 'AKB' })
    people.assertTextIncludes('2 görevli var; büroya geçemezler')
  })

  test('is taken back by opening it again, when its petitions have moved', async ({
    client,
    assert,
  }) => {
    await referredTo('TAR')
    const tar = await unit('TAR')
    await at(client, tar, 'kapat', { successor: 'MEM' })
    const page = await opened(client, await officer('sef'), `/yonetim/birimler/${tar.id}`)
    page.assertTextIncludes('Başvurular devrediliyor. Devredilen: 0. Kalan: 1')
    const early = await at(client, tar, 'ac')
    early.assertTextIncludes(says('administration.problems.successor.moving'))
    await later()
    await round()
    ;(await at(client, tar, 'ac')).assertStatus(303)
    assert.equal((await unit('TAR')).closedOn, null)
    const { rows } = await ChangesList.of('unit', tar.id)
    assert.deepEqual(
      rows.map(({ sort }) => sort),
      ['reopened', 'closed']
    )
  })
})
