import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Message } from '#notification'
import { Handover, Referral } from '#routing'
import { open, says, send } from '#tests/support/at_the_card'
import { answer, fresh, lookedUp, QUESTION, questionsOf, told } from '#tests/support/clarifying'
import { asked, atTheUnit } from '#tests/support/clarifying'
import { wrapped } from '#tests/support/database'
import { province } from '#tests/support/databases/three_authorities'
import { officer, unit } from '#tests/support/journey'
import { onAWednesday } from '#tests/support/reminding'
import { PhoneNumber } from '#shared/typed/phone_number'

test.group('Whoever is asked', (group) => {
  onAWednesday(group)
  wrapped(group)

  test('is the one who is told of it, and nobody else who signed', async ({ client, assert }) => {
    const speaks = PhoneNumber.parse('0500 012 34 59')
    const { petition } = await asked(client, {
      brought: {
        ...{ arrivedAt: null, paper: null, ownWords: null, told: 'representative' },
        signatures: 12,
        speaker: {
          ...{ relation: 'lawyer', name: 'Avukat Deneme', nationalId: null, phone: speaks },
          ...{ proof: 'powerOfAttorney', proofNote: null },
        },
      },
    })
    const messages = await Message.query().where({ petition_id: petition.id, event: 'asked' })
    assert.deepEqual(
      messages.map(({ recipient }) => recipient),
      [speaks!.e164]
    )
  })

  test('of a tip-off through the desk, which writes the answer in and strikes it', async ({
    client,
    assert,
  }) => {
    const { petition: before, secret } = await atTheUnit({ kind: 'tipOff' })
    const [tarim, sef] = [await officer('tarim'), await officer('sef')]
    await send(client, tarim, before, 'soru', { question: QUESTION })
    const pending = await fresh(before)
    assert.equal(pending.stage, 'routed', 'nothing waits before it was passed on')
    assert.isEmpty(await told(before, 'asked'))
    await send(client, sef, pending, 'soru/ilet', { question: QUESTION })
    const petition = await fresh(before)
    assert.equal(petition.stage, 'awaitingPetitioner')
    assert.isTrue(petition.dueOn > before.dueOn)
    const { page } = await lookedUp(client, petition, secret)
    page.assertTextIncludes(QUESTION)

    const said = { words: 'Kırmızı kamyon, komşum Deneme.' }
    ;(await send(client, tarim, petition, 'soru-cevabi', said)).assertStatus(422)
    const card = (await open(client, tarim, petition)).text()
    assert.notInclude(card, 'noteAnswer-words')
    ;(await send(client, sef, petition, 'soru-cevabi', said)).assertStatus(303)
    const after = await fresh(petition)
    assert.deepEqual([after.stage, after.unreadBy], ['inProgress', 'desk'])
    assert.notInclude((await open(client, tarim, after)).text(), 'Kırmızı')
    ;(await open(client, sef, after)).assertTextIncludes('Kırmızı kamyon')
  })

  test('of a tip-off near the law’s last day is asked, and nothing waits for it', async ({
    client,
    assert,
  }) => {
    const { petition: before, secret } = await atTheUnit({ kind: 'tipOff' })
    await send(client, await officer('tarim'), before, 'soru', { question: QUESTION })
    await db.from('petitions').where('id', before.id).update({ legal_due_on: '2026-12-04' })
    const sef = await officer('sef')
    await send(client, sef, await fresh(before), 'soru/ilet', { question: QUESTION })
    const petition = await fresh(before)
    assert.equal(petition.stage, 'routed')
    assert.isNull((await questionsOf(petition))[0].answer_by)
    const { page, form } = await lookedUp(client, petition, secret)
    page.assertTextIncludes(QUESTION)
    const done = await answer(client, form, 'Salı günü.')
    done.assertTextIncludes(says('intake.follow.done.answered'))
    assert.equal((await fresh(petition)).stage, 'routed')
  })

  test('of a tip-off that its unit has no more is not what the next unit waits for', async ({
    client,
    assert,
  }) => {
    const { petition: before } = await atTheUnit({ kind: 'tipOff' })
    await send(client, await officer('tarim'), before, 'soru', { question: QUESTION })
    const sef = await officer('sef')
    await send(client, sef, await fresh(before), 'geri-cagirma', { reason: 'Yanlış birim.' })
    await Referral.make(await fresh(before), await unit('EMN'), sef)
    assert.equal((await questionsOf(before))[0].ended_as, 'moot')
    const passed = await send(client, sef, await fresh(before), 'soru/ilet', { question: QUESTION })
    passed.assertStatus(422)
    const police = await officer('emniyet')
    const own = { question: 'Plakası neydi?' }
    ;(await send(client, police, await fresh(before), 'soru', own)).assertStatus(303)
  })

  test('answers it also where another authority has it by then', async ({ client, assert }) => {
    const { governorate } = await province()
    const { petition, secret } = await asked(client)
    const sef = await officer('sef')
    await send(client, sef, petition, 'geri-cagirma', { reason: 'İlin işi.' })
    await Handover.make(await fresh(petition), governorate.authority, sef, 'İl yolu.')
    const there = await fresh(petition)
    assert.equal(there.stage, 'received')
    const { page, form } = await lookedUp(client, there, secret)
    page.assertTextIncludes(QUESTION)
    const done = await answer(client, form, 'Çınar Sokak.')
    done.assertTextIncludes(says('intake.follow.done.answered'))
    const after = await fresh(petition)
    assert.equal(after.stage, 'received')
    assert.isTrue(after.dueOn < there.dueOn, 'the promise goes on')
  })
})
