import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { Petition, Reader, UnitQuestion } from '#intake'
import { Answer, Succession } from '#response'
import { askUnit } from '#routing'
import { blindIndex } from '#shared/keys'
import { PhoneNumber } from '#shared/typed/phone_number'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { hasMoreUnits } from '#tests/support/databases/district'
import { GRANTED, officer, received, referredTo, unit } from '#tests/support/journey'
import { addresses, digests, onAWednesday, round } from '#tests/support/reminding'
import { answer, asked, workingDay } from '#tests/support/unit_questions'
import { opened, posted } from '#tests/support/walks/every_form'
import { correct } from '../intake/amending/corrected.ts'

const ASK = 'Köprüden araç geçer mi?'

async function askedOf(code: string, petition: Petition) {
  const fields = { unit: code, question: ASK, day: await workingDay() }
  await askUnit(await fresh(petition), await officer('sef'), fields)
  return asked(petition, code)
}

const fresh = ({ id }: Petition) => Petition.findOrFail(id)

async function isReadBy(code: string, { id }: Petition) {
  const { id: unitId } = await unit(code)
  const rows = Reader.query().where({ petition_id: id, unit_id: unitId }).whereNull('until')
  return (await rows).length > 0
}

async function close(client: ApiClient, code: string, successor: string) {
  const one = await unit(code)
  const path = `/yonetim/birimler/${one.id}/kapat`
  const form = { version: String(one.version), successor }
  ;(await posted(client, await officer('sef'), path, form)).assertStatus(303)
  await new Succession({ error: () => {} }, 0).round()
}

test.group('What a unit is asked goes on', (group) => {
  wrapped(group)
  group.each.setup(() => hasMoreUnits())

  test('with the successor of a unit that is closed, and ends where that cannot be', async ({
    client,
    assert,
  }) => {
    const mem = await unit('MEM')
    const ordinary = await referredTo('TAR')
    const aboutMem = await referredTo('TAR', { kind: 'complaint', complainedUnit: mem })
    await askedOf('KAD', ordinary)
    await askedOf('KAD', aboutMem)
    await close(client, 'KAD', 'MEM')

    assert.equal((await asked(ordinary)).unitId, mem.id)
    assert.equal((await asked(ordinary)).question, ASK)
    assert.isTrue(await isReadBy('MEM', ordinary))
    const kinds = (await ordinary.related('steps').query()).map(({ kind }) => kind)
    assert.deepEqual(kinds.slice(0, 3), ['unitAsked', 'unitReleased', 'unitAsked'])

    const ended = await asked(aboutMem)
    assert.equal(ended.state, 'released')
    assert.equal(ended.words, says('routing.unitQuestions.unitClosed'))
    const answering = await Answer.draftFor(await fresh(aboutMem))
    await answering.submit(GRANTED, await officer('tarim'))
  })

  test('hides the petition once it turns out to be a complaint, and itself where it is about that unit', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const tapu = await officer('tapu')
    const question = await askedOf('TAPU', petition)
    assert.isTrue(await isReadBy('TAPU', petition))
    const masa = await officer('masa')
    const kind = { kind: 'complaint' }
    ;(await correct(client, masa, await fresh(petition), kind)).assertStatus(303)
    assert.isFalse(await isReadBy('TAPU', petition))
    ;(await open(client, tapu, petition)).assertStatus(404)
    ;(await opened(client, tapu, `/birim/sorular/${question.id}`)).assertStatus(200)

    const about = { complained: 'TAPU' }
    ;(await correct(client, masa, await fresh(petition), about)).assertStatus(303)
    assert.equal((await asked(petition)).state, 'lapsed')
    ;(await opened(client, tapu, `/birim/sorular/${question.id}`)).assertStatus(404)
  })

  test('without the petition as long as that is restricted', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const tapu = await officer('tapu')
    const question = await askedOf('TAPU', petition)
    const why = { why: 'Komşusu o birimde çalışıyor.' }
    const sef = await officer('sef')
    ;(await send(client, sef, await fresh(petition), 'kisit', why)).assertStatus(303)
    ;(await open(client, tapu, petition)).assertStatus(404)
    ;(await answer(client, tapu, question, 'Geçer.')).assertStatus(303)
    assert.equal((await asked(petition)).state, 'answered')
  })

  test('is no work for whoever brought the petition', async ({ client, assert }) => {
    const phone = PhoneNumber.parse('0500 012 34 56')!
    const petition = await referredTo('TAR', { phone })
    const question = await askedOf('TAPU', petition)
    const tapu = await officer('tapu')
    tapu.merge({ ownPhoneIndex: blindIndex('phone', phone.e164) })
    await tapu.save()
    const refused = await answer(client, tapu, question, 'Geçer.')
    refused.assertStatus(422)
    refused.assertTextIncludes(says('response.problems.own.petition'))
    refused.assertTextIncludes('Geçer.')
    assert.isTrue((await asked(petition)).isOpen)
  })

  test('ends once, whoever was faster, and what the other one wrote stays', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const question = await askedOf('TAPU', petition)
    const [tapu, head] = [await officer('tapu'), await officer('tapu.amir')]
    ;(await answer(client, tapu, question, 'Geçer.')).assertStatus(303)
    const later = await answer(client, head, question, 'Geçmez.')
    later.assertStatus(422)
    for (const words of ['Geçer.', 'Geçmez.', says('response.problems.stage.questionOver')]) {
      later.assertTextIncludes(words)
    }
    assert.lengthOf(await petition.related('steps').query().where('kind', 'unitAnswered'), 1)
  })

  test('is told at once where the petition is urgent, to the unit that is asked alone', async ({
    assert,
  }) => {
    await addresses('tapu', 'tapu.amir', 'tarim', 'masa')
    const text = 'Apartmanda çok kuvvetli gaz kokusu var.'
    const petition = await referredTo('TAR', { text })
    await db.from('messages').delete()
    await askedOf('TAPU', petition)
    const told = await db.from('messages').where({ event: 'urgent', channel: 'email' })
    assert.lengthOf(told, 2)
  })

  test('is not for a manager to ask, nor for a unit that has nothing to do with it', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const fields = { unit: 'TAPU', question: ASK, day: await workingDay() }
    const kaymakam = await officer('kaymakam')
    ;(await send(client, kaymakam, petition, 'birime-soru', fields)).assertStatus(403)
    const other = await officer('muftuluk')
    ;(await send(client, other, petition, 'birime-soru', fields)).assertStatus(404)
    const masa = await officer('masa')
    const early = await send(client, masa, await received(), 'birime-soru', fields)
    early.assertStatus(422)
    early.assertTextIncludes(ASK)
    assert.lengthOf(await UnitQuestion.query(), 0)
  })

  test('lets a unit that is asked do nothing else with the petition', async ({ client }) => {
    const petition = await referredTo('TAR')
    await askedOf('TAPU', petition)
    const tapu = await officer('tapu')
    for (const [form, fields] of [
      ['cevap', { text: 'Cevabım', intent: 'keep' }],
      ['iade', { reason: 'Bize ait değil.' }],
      ['birime-soru/birak', { unit: 'TAPU', reason: 'Gerek yok.' }],
    ] as const) {
      const refused = await send(client, tapu, await fresh(petition), form, fields)
      refused.assertStatus(422)
    }
  })
})

test.group('What a unit is asked, in the digest of a day', (group) => {
  onAWednesday(group)
  wrapped(group)

  test('is a number for the unit that is asked', async ({ assert }) => {
    await addresses('tapu', 'tapu.amir', 'tarim')
    const petition = await referredTo('TAR')
    await askedOf('TAPU', petition)
    const about = { kind: 'complaint', complainedUnit: await unit('TAPU') } as const
    const complaint = await referredTo('TAR', about)
    const { id: unitId } = await unit('TAPU')
    const { id: askedBy } = await officer('sef')
    const row = { petitionId: complaint.id, unitId, forUnitId: unitId, askedBy, question: ASK }
    const day = { sort: 'part' as const, dueOn: petition.dueOn, askedAt: petition.receivedAt }
    await UnitQuestion.create({ ...row, ...day })
    await round()
    assert.deepEqual(await digests(), [
      { to: 'tarim', news: 2 },
      { to: 'tapu', asked: 1 },
      { to: 'tapu.amir', asked: 1 },
    ])
  })
})
