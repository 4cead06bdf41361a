import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Petition, Reader, UnitQuestion } from '#intake'
import { Answer } from '#response'
import { Referral } from '#routing'
import { longDate, today } from '#shared/dates/turkish_date'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { GRANTED, officer, referredTo, unit } from '#tests/support/journey'
import { opened } from '#tests/support/walks/every_form'
import { answer, asked, workingDay } from '#tests/support/unit_questions'

const ASK = 'Köprüden araç geçer mi? Yerinde bakıp yazın.'

test.group('Asking another unit', (group) => {
  wrapped(group)

  test('goes from the unit in charge to the other and back, and holds the answer until then', async ({
    client,
    assert,
  }) => {
    const [tarim, tapu] = [await officer('tarim'), await officer('tapu')]
    const petition = await referredTo('TAR')
    const fields = { unit: 'TAPU', question: ASK, day: await workingDay() }
    ;(await send(client, tarim, petition, 'birime-soru', fields)).assertStatus(303)
    const now = await Petition.findOrFail(petition.id)
    assert.equal(now.stage, 'routed')
    const card = await open(client, tarim, now)
    for (const word of [ASK, says('routing.unitQuestions.states.open')]) {
      card.assertTextIncludes(word)
    }

    const early = { text: GRANTED.text, outcome: GRANTED.outcome, intent: 'submit' }
    const refused = await send(client, tarim, now, 'cevap', early)
    refused.assertStatus(422)
    refused.assertTextIncludes(says('response.problems.stage.partsOpen', { count: 1 }))
    refused.assertTextIncludes(GRANTED.text)

    const inbox = await opened(client, tapu, '/birim')
    inbox.assertTextIncludes(
      says('routing.unitQuestions.waiting', { day: longDate((await asked(now)).dueOn, 'tr') })
    )
    const list = await opened(client, tapu, '/birim/sorular')
    list.assertTextIncludes(ASK)
    list.assertTextIncludes(now.shownNumber)
    // An ordinary petition is read by whoever is asked, as long as they are.
    ;(await open(client, tapu, now)).assertStatus(200)

    const question = await asked(now)
    ;(await answer(client, tapu, question, 'Geçer; 3 tona kadar.')).assertStatus(303)
    const after = await Petition.findOrFail(petition.id)
    const read = await open(client, tarim, after)
    read.assertTextIncludes('Geçer; 3 tona kadar.')
    const told = await opened(client, tarim, '/birim')
    told.assertTextIncludes(says('routing.unitQuestions.told'))
    ;(await open(client, tapu, after)).assertStatus(404)
    const closed = await opened(client, tapu, '/birim/sorular?filtre=ended')
    closed.assertTextIncludes(after.shownNumber)

    ;(await send(client, tarim, after, 'cevap', early)).assertStatus(303)
    assert.equal((await Petition.findOrFail(petition.id)).stage, 'awaitingApproval')
  })

  test('keeps what was typed where a field is missing or wrong', async ({ client, assert }) => {
    const tarim = await officer('tarim')
    const petition = await referredTo('TAR')
    const wrong: [Record<string, string>, string][] = [
      [{ unit: 'TAPU', question: ' \u200b', day: await workingDay() }, 'question.required'],
      [{ unit: '', question: ASK, day: await workingDay() }, 'unit.required'],
      [{ unit: 'TAPU', question: ASK, day: 'yarın' }, 'day.format'],
      [{ unit: 'TAR', question: ASK, day: await workingDay() }, 'unit.same'],
      [{ unit: 'AKB', question: ASK, day: await workingDay() }, 'unit.bureau'],
      [{ unit: 'BEL', question: ASK, day: await workingDay() }, 'unit.external'],
    ]
    for (const [fields, key] of wrong) {
      const refused = await send(client, tarim, petition, 'birime-soru', fields)
      refused.assertStatus(422)
      refused.assertTextIncludes(says(`routing.problems.${key}`))
      if (fields.question === ASK) refused.assertTextIncludes(ASK)
    }
    const past = { unit: 'TAPU', question: ASK, day: '1.12.2020' }
    const refused = await send(client, tarim, petition, 'birime-soru', past)
    refused.assertStatus(422)
    const most = { most: longDate(petition.legalDueOn) }
    refused.assertTextIncludes(says('routing.problems.day.range', most))
    assert.lengthOf(await UnitQuestion.query().where('petition_id', petition.id), 0)
  })

  test('has a day of its own where none is typed, before the last day of the petition', async ({
    client,
    assert,
  }) => {
    const tarim = await officer('tarim')
    const { calendar } = await district()
    const usual = calendar.addWorkingDays(today(), 3)
    const petition = await referredTo('TAR')
    const page = await open(client, tarim, petition)
    page.assertTextIncludes(`boş bırakırsanız ${longDate(usual)} yazılır`)
    const fields = { unit: 'TAPU', question: ASK, day: '' }
    ;(await send(client, tarim, petition, 'birime-soru', fields)).assertStatus(303)
    assert.equal((await asked(petition)).dueOn.toISODate(), usual.toISODate())
    // Where little time is left.
    const near = await referredTo('TAR')
    const due = calendar.addWorkingDays(today(), 2)
    await db.from('petitions').where('id', near.id).update({ due_on: due.toISODate() })
    ;(await send(client, tarim, near, 'birime-soru', fields)).assertStatus(303)
    const day = calendar.addWorkingDays(today(), 1)
    assert.isAtMost((await asked(near)).dueOn.toISODate()!.localeCompare(day.toISODate()!), 0)
    // The promise waited for an answer, and the law did not.
    const waited = await referredTo('TAR')
    await db.from('petitions').where('id', waited.id).update({ legal_due_on: due.toISODate() })
    ;(await send(client, tarim, waited, 'birime-soru', fields)).assertStatus(303)
    assert.isAtMost((await asked(waited)).dueOn.toISODate()!.localeCompare(day.toISODate()!), 0)
  })

  test('is asked once, by a second press or twice of one unit', async ({ client, assert }) => {
    const tarim = await officer('tarim')
    const petition = await referredTo('TAR')
    const fields = { unit: 'TAPU', question: ASK, day: await workingDay() }
    for (const press of [1, 2]) {
      const pressed = await send(client, tarim, petition, 'birime-soru', fields)
      assert.equal(pressed.status(), 303, `press ${press}`)
    }
    assert.lengthOf(await UnitQuestion.query().where('petition_id', petition.id), 1)
    const now = await Petition.findOrFail(petition.id)
    const again = await send(client, tarim, now, 'birime-soru', fields)
    again.assertStatus(422)
    again.assertTextIncludes(says('routing.problems.unit.asked'))
  })

  test('may be given up with a reason by the desk too, and then the answer goes on', async ({
    client,
    assert,
  }) => {
    const [tarim, tapu, masa] = [
      await officer('tarim'),
      await officer('tapu'),
      await officer('masa'),
    ]
    const petition = await referredTo('TAR')
    const fields = { unit: 'TAPU', question: ASK, day: await workingDay() }
    ;(await send(client, masa, petition, 'birime-soru', fields)).assertStatus(303)
    const now = await Petition.findOrFail(petition.id)
    const empty = await send(client, masa, now, 'birime-soru/birak', { unit: 'TAPU', reason: '' })
    empty.assertStatus(422)
    empty.assertTextIncludes(says('routing.problems.reason.release'))
    const why = { unit: 'TAPU', reason: 'Bilgi başka yerden geldi.' }
    ;(await send(client, masa, now, 'birime-soru/birak', why)).assertStatus(303)
    const steps = await now.related('steps').query().where('kind', 'unitReleased')
    assert.deepEqual([steps[0]?.note, steps[0]?.unitId], [why.reason, (await unit('TAPU')).id])
    const late = await answer(client, tapu, await asked(now), 'Geç kaldık.')
    late.assertStatus(422)
    late.assertTextIncludes(says('response.problems.stage.questionOver'))
    late.assertTextIncludes('Geç kaldık.')
    await (await Answer.draftFor(await fresh(petition))).submit(GRANTED, tarim)
  })

  test('is said to be of another unit, with a reason', async ({ client, assert }) => {
    const [tarim, tapu] = [await officer('tarim'), await officer('tapu')]
    const petition = await referredTo('TAR')
    const fields = { unit: 'TAPU', question: ASK, day: await workingDay() }
    await send(client, tarim, petition, 'birime-soru', fields)
    const question = await asked(petition)
    const empty = await answer(client, tapu, question, '', 'decline')
    empty.assertStatus(422)
    empty.assertTextIncludes(says('response.problems.reply.reason'))
    const why = 'Köprü Karayollarının.'
    ;(await answer(client, tapu, question, why, 'decline')).assertStatus(303)
    ;(await answer(client, tapu, question, why, 'decline')).assertStatus(303)
    const card = await open(client, tarim, await fresh(petition))
    card.assertTextIncludes(why)
    card.assertTextIncludes(says('routing.unitQuestions.states.declined'))
    assert.equal((await asked(petition)).state, 'declined')
    await (await Answer.draftFor(await fresh(petition))).submit(GRANTED, tarim)
  })
})

test.group('Who sees what a unit is asked', (group) => {
  wrapped(group)

  for (const kind of ['complaint', 'tipOff'] as const) {
    test(`shows a unit its own part alone of a ${kind}`, async ({ client, assert }) => {
      const [sef, tapu, muftuluk] = [
        await officer('sef'),
        await officer('tapu'),
        await officer('muftuluk'),
      ]
      const petition = await referredTo('TAR', { kind })
      for (const code of ['TAPU', 'MUF']) {
        const fields = { unit: code, question: `${ASK} ${code}`, day: await workingDay() }
        const sent = await send(client, sef, await fresh(petition), 'birime-soru', fields)
        sent.assertStatus(303)
      }
      ;(await open(client, tapu, petition)).assertStatus(404)
      assert.notInclude((await opened(client, tapu, '/kayit')).text(), petition.shownNumber)
      const own = await asked(petition, 'TAPU')
      const page = await opened(client, tapu, `/birim/sorular/${own.id}`)
      page.assertTextIncludes(`${ASK} TAPU`)
      page.assertTextIncludes(says('routing.unitQuestions.alone'))
      assert.notInclude(page.text(), `${ASK} MUF`)
      assert.notInclude(page.text(), petition.text)
      ;(await opened(client, muftuluk, `/birim/sorular/${own.id}`)).assertStatus(404)
      const other = await asked(petition, 'MUF')
      ;(await opened(client, tapu, `/birim/sorular/${other.id}`)).assertStatus(404)

      ;(await answer(client, tapu, own, 'Bizde kaydı yok.')).assertStatus(303)
      const lead = await open(client, await officer('tarim'), await fresh(petition))
      for (const word of [`${ASK} TAPU`, 'Bizde kaydı yok.']) lead.assertTextIncludes(word)
      assert.lengthOf(await readers(petition, 'TAPU'), 0)
    })
  }

  test('is never asked of the unit that is complained about', async ({ client, assert }) => {
    const [sef, tapu] = [await officer('sef'), await officer('tapu')]
    const about = { kind: 'complaint', complainedUnit: await unit('TAPU') } as const
    const petition = await referredTo('TAR', about)
    const fields = { unit: 'TAPU', question: ASK, day: await workingDay() }
    const refused = await send(client, sef, petition, 'birime-soru', fields)
    refused.assertStatus(422)
    refused.assertTextIncludes(says('routing.problems.unit.complained'))
    // Were one there all the same, nobody of that unit would see it.
    await UnitQuestion.create(await row(petition, 'TAPU'))
    const list = await opened(client, tapu, '/birim/sorular')
    assert.notInclude(list.text(), petition.shownNumber)
    const made = await asked(petition)
    ;(await opened(client, tapu, `/birim/sorular/${made.id}`)).assertStatus(404)
    assert.notInclude((await opened(client, tapu, '/birim')).text(), '1 soru')
  })

  test('lapses where the petition ends, and where its unit gets the petition itself', async ({
    client,
    assert,
  }) => {
    const sef = await officer('sef')
    const petition = await referredTo('TAR')
    for (const code of ['TAPU', 'MUF']) {
      const fields = { unit: code, question: ASK, day: await workingDay() }
      await send(client, sef, await fresh(petition), 'birime-soru', fields)
    }
    const back = await send(client, sef, await fresh(petition), 'geri-cagirma', {
      reason: 'Yanlış.',
    })
    back.assertStatus(303)
    assert.equal((await asked(petition, 'TAPU')).state, 'open')
    await Referral.make(await fresh(petition), await unit('TAPU'), sef)
    assert.equal((await asked(petition, 'TAPU')).state, 'lapsed')
    assert.equal((await asked(petition, 'MUF')).state, 'open')
    assert.lengthOf(await readers(petition, 'TAPU'), 1)
    const current = await fresh(petition)
    await current.change((one, trx) => one.conclude('informed', 'Bitti.', { officer: sef }, trx))
    assert.equal((await asked(petition, 'MUF')).state, 'lapsed')
    assert.lengthOf(await readers(petition, 'MUF'), 0)
  })
})

test.group('How far is it', (group) => {
  wrapped(group)

  test('is asked once by the desk, answered by the unit in charge, and lapses with it', async ({
    client,
    assert,
  }) => {
    const [masa, tarim] = [await officer('masa'), await officer('tarim')]
    const petition = await referredTo('TAR')
    for (const press of [1, 2]) {
      const pressed = await send(client, masa, petition, 'ne-durumda')
      assert.equal(pressed.status(), 303, `press ${press}`)
    }
    ;(await send(client, masa, await fresh(petition), 'ne-durumda')).assertStatus(422)
    const stock = says('routing.unitQuestions.progressStock')
    ;(await opened(client, tarim, '/birim/sorular')).assertTextIncludes(stock)
    const card = await open(client, tarim, await fresh(petition))
    const question = await asked(petition)
    card.assertTextIncludes(`/birim/sorular/${question.id}`)
    ;(await answer(client, tarim, question, 'Yarın bitiyor.')).assertStatus(303)
    const told = await open(client, masa, await fresh(petition))
    told.assertTextIncludes('Yarın bitiyor.')
    ;(
      await send(client, masa, await fresh(petition), 'ne-durumda', { question: 'Bitti mi?' })
    ).assertStatus(303)
    const taken = await send(client, masa, await fresh(petition), 'geri-cagirma', { reason: 'x' })
    taken.assertStatus(303)
    assert.equal((await asked(petition)).state, 'lapsed')
    ;(await send(client, tarim, await fresh(petition), 'ne-durumda')).assertStatus(404)
  })

  test('does not hold the answer', async ({ client, assert }) => {
    const [masa, tarim] = [await officer('masa'), await officer('tarim')]
    const petition = await referredTo('TAR')
    await send(client, masa, petition, 'ne-durumda')
    await (await Answer.draftFor(await fresh(petition))).submit(GRANTED, tarim)
    assert.equal((await asked(petition)).state, 'open')
  })
})

async function fresh({ id }: Petition) {
  return Petition.findOrFail(id)
}

async function readers({ id }: Petition, code: string) {
  const { id: unitId } = await unit(code)
  return Reader.query().where({ petition_id: id, unit_id: unitId }).whereNull('until')
}

async function row({ id: petitionId, unitId: forUnitId }: Petition, code: string) {
  const { id: unitId } = await unit(code)
  const { id: askedBy } = await officer('sef')
  const about = { petitionId, unitId, forUnitId, askedBy, sort: 'part' as const, question: ASK }
  return { ...about, dueOn: today(), askedAt: today() }
}
