import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { askFee, FeeNotice, LastDay, payFee } from '#intake'
import { Catalogue, DeadlineRule, Subject } from '#organisation'
import { dayOf, today } from '#shared/dates/turkish_date'
import { PhoneNumber } from '#shared/typed/phone_number'
import { answered, objected } from '#tests/support/afterwards'
import { open, says, send } from '#tests/support/at_the_card'
import { asked } from '#tests/support/clarifying'
import { wrapped } from '#tests/support/database'
import { district, districtId } from '#tests/support/databases/district'
import { officer, received, referredTo, unit } from '#tests/support/journey'
import { itIs, onAWednesday } from '#tests/support/reminding'
import { correct, fresh, stepsOf } from './corrected.ts'

const phone = PhoneNumber.parse('0500 012 34 56')

/** The authority promises an answer to this kind within 15 working days. */
async function longerFor(petitionKind: string) {
  await DeadlineRule.create({
    ...{ authorityId: districtId(), clock: 'promise', petitionKind },
    ...{ days: 15, counted: 'working', rolls: false, source: 'deneme', version: 1 },
    ...{ reason: '15 iş günü', reasonEn: '15 working days' },
  })
  Catalogue.forget()
}

test.group('A corrected kind or subject has its consequences', (group) => {
  onAWednesday(group)
  wrapped(group)

  test('the clocks become those of the kind, which is said first and told', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(() => Catalogue.forget())
    await longerFor('informationRequest')
    const petition = await received({ phone })
    const masa = await officer('masa')
    const { promise, legal } = (await Catalogue.of(districtId())).deadlines(
      petition.receivedAt,
      'informationRequest'
    )
    const first = await correct(client, masa, petition, { kind: 'informationRequest' })
    first.assertStatus(422)
    first.assertTextIncludes(says('intake.problems.stage.foretold'))
    assert.equal((await fresh(petition)).kind, 'request')
    const [, foretold] = /name="foretold" value="([^"]+)"/.exec(first.text())!
    assert.equal(foretold, 'promise legal')
    const said = { kind: 'informationRequest', foretold: foretold! }
    ;(await correct(client, masa, petition, said)).assertStatus(303)
    const after = await fresh(petition)
    assert.equal(dayOf(after.dueOn).toISODate(), promise.on.toISODate())
    assert.equal(dayOf(after.legalDueOn).toISODate(), legal.on.toISODate())
    const days = await LastDay.of(after)
    assert.equal(days.promise!.reasonIn('tr'), promise.reason('tr'))
    assert.deepEqual(await stepsOf(petition), ['received', 'amended', 'dayAmended'])
    const told = await db.from('messages').where({ event: 'dayAmended' })
    assert.lengthOf(told, 1)

    // Put back: the promised day never moves to an earlier one.
    const back = { kind: 'request', foretold: 'legal' }
    ;(await correct(client, masa, after, back)).assertStatus(303)
    const last = await fresh(petition)
    assert.equal(dayOf(last.dueOn).toISODate(), promise.on.toISODate())
    assert.equal(last.kind, 'request')
    assert.lengthOf(await db.from('messages').where({ event: 'dayAmended' }), 1)
  })

  test('and run from the day on which it was opened again', async ({ client, assert, cleanup }) => {
    cleanup(() => Catalogue.forget())
    await longerFor('informationRequest')
    const { petition, secret } = await answered()
    await objected(client, petition, secret)
    itIs('2026-12-16T09:00:00Z')
    const upheld = { decision: 'upheld', letter: 'Yeniden bakılacak.' }
    const decided = await send(client, await officer('sef'), petition, 'itiraz', upheld)
    decided.assertStatus(303)
    itIs('2026-12-18T09:00:00Z')
    const said = { kind: 'informationRequest', foretold: 'promise legal' }
    const masa = await officer('masa')
    ;(await correct(client, masa, await fresh(petition), said)).assertStatus(303)
    const after = await fresh(petition)
    const { legal, promise } = await LastDay.of(after)
    // 15 working days after the sixteenth, the first of January not among them.
    assert.equal(dayOf(after.legalDueOn).toISODate(), '2027-01-07')
    assert.equal(dayOf(after.dueOn).toISODate(), '2027-01-07')
    for (const clock of [legal, promise]) {
      assert.equal(clock!.cause, 'reopened')
      assert.equal(dayOf(clock!.countedFrom!).toISODate(), '2026-12-16')
    }
  })

  test('and go on waiting for an answer that was asked for', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(() => Catalogue.forget())
    await longerFor('informationRequest')
    const { petition, before } = await asked(client)
    const said = { kind: 'informationRequest', foretold: 'promise legal' }
    const masa = await officer('masa')
    ;(await correct(client, masa, petition, said)).assertStatus(303)
    const after = await fresh(petition)
    const { promise } = await LastDay.of(after)
    assert.equal(promise!.cause, 'paused')
    assert.isAbove(after.dueOn.toMillis(), petition.dueOn.toMillis(), 'the day at the latest')
    const tarim = await officer('tarim')
    ;(await send(client, tarim, after, 'beklemeyi-bitir')).assertStatus(303)
    // Nobody waited a single day: it is the day of the kind.
    const { calendar } = await Catalogue.of(districtId())
    const on = calendar.addWorkingDays(before.receivedAt, 15)
    assert.equal(dayOf((await fresh(petition)).dueOn).toISODate(), on.toISODate())
    assert.equal((await LastDay.of(await fresh(petition))).promise!.cause, 'resumed')
  })

  test('and wait no longer for the fee of what is no request for information', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR', { kind: 'informationRequest' })
    const { dueOn } = petition
    const fee = { amount: 1250, covers: 'fotokopi', toldOn: today() }
    const amir = await officer('tarim.amir')
    await petition.change((current, trx) => askFee(current, fee, amir, trx))
    const waiting = await fresh(petition)
    assert.isAbove(waiting.dueOn.toMillis(), dueOn.toMillis())
    const masa = await officer('masa')
    // Nothing is promised that is not done: no message goes, and the desk is told so.
    const first = await correct(client, masa, waiting, { kind: 'request' })
    first.assertStatus(422)
    first.assertTextIncludes('Başvuru sahibine mesaj gitmez')
    assert.notInclude(first.text(), 'başvuru sahibine bildirilir')
    const said = { kind: 'request', foretold: 'feeOver legal' }
    ;(await correct(client, masa, waiting, said)).assertStatus(303)
    const after = await fresh(petition)
    assert.equal(dayOf(after.dueOn).toISODate(), dayOf(dueOn).toISODate())
    assert.equal((await LastDay.of(after)).promise!.cause, 'feePaid')
    assert.equal((await db.from('fee_notices').firstOrFail()).ended_as, 'moot')
    assert.lengthOf(await db.from('messages').where({ event: 'dayAmended' }), 0)
  })

  test('and are told where they are later, though a fee was waited for once', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(() => Catalogue.forget())
    await longerFor('suggestion')
    const petition = await referredTo('TAR', { kind: 'informationRequest', phone })
    const amir = await officer('tarim.amir')
    const fee = { amount: 1250, covers: 'fotokopi', toldOn: today() }
    await petition.change((current, trx) => askFee(current, fee, amir, trx))
    const waiting = await fresh(petition)
    await waiting.change(async (current, trx) => {
      const notice = await FeeNotice.of(current, trx)
      await payFee(current, notice!, { paidOn: today(), officer: amir }, trx)
    })
    // As of one that stood, which goes on in the days of its receipt otherwise.
    const [from, until] = [2, 1].map((days) => today().minus({ days }).toISODate())
    await db
      .from('deadlines')
      .where({ petition_id: petition.id, clock: 'promise' })
      .whereNull('until')
      .update({ pauses: JSON.stringify([{ from, until }]) })
    const paid = await fresh(petition)
    const masa = await officer('masa')
    const first = await correct(client, masa, paid, { kind: 'suggestion' })
    first.assertStatus(422)
    const [, foretold] = /name="foretold" value="([^"]+)"/.exec(first.text())!
    assert.match(foretold!, /^promise/)
    const said = { kind: 'suggestion', foretold: foretold! }
    ;(await correct(client, masa, paid, said)).assertStatus(303)
    const after = await fresh(petition)
    assert.isAbove(after.dueOn.toMillis(), paid.dueOn.toMillis())
    assert.equal((await LastDay.of(after)).promise!.cause, 'feePaid')
    assert.lengthOf(await db.from('messages').where({ event: 'dayAmended' }), 1)
  })

  test('a complaint about the unit that has it comes back to the desk, and that unit sees it no longer', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const masa = await officer('masa')
    const said = { kind: 'complaint', complained: 'TAR' }
    const first = await correct(client, masa, petition, said)
    first.assertStatus(422)
    assert.equal((await fresh(petition)).stage, 'routed')
    ;(await correct(client, masa, petition, { ...said, foretold: 'leaves' })).assertStatus(303)
    const after = await fresh(petition)
    assert.equal(after.stage, 'returned')
    assert.equal(after.unitId, (await unit('AKB')).id)
    for (const login of ['tarim', 'tarim.amir']) {
      ;(await open(client, await officer(login), petition)).assertStatus(404)
    }
    ;(await open(client, masa, petition)).assertStatus(200)
    const inbox = await client.get('/birim').loginAs(await officer('tarim'))
    assert.notInclude(inbox.text(), petition.number)
  })

  test('a complaint about the bureau goes to the managers’ desk', async ({ client, assert }) => {
    const petition = await received()
    const masa = await officer('masa')
    const said = { kind: 'complaint', complained: 'AKB', foretold: 'management' }
    const done = await correct(client, masa, petition, said)
    done.assertStatus(303)
    assert.equal(done.header('location'), '/masa')
    ;(await open(client, masa, petition)).assertStatus(404)
    const kaymakam = await officer('kaymakam')
    ;(await open(client, kaymakam, petition)).assertStatus(200)
    const back = { complained: '', foretold: 'bureau' }
    ;(await correct(client, kaymakam, await fresh(petition), back)).assertStatus(303)
    ;(await open(client, masa, petition)).assertStatus(200)
    assert.equal((await fresh(petition)).desk, 'bureau')
  })

  test('a sensitive subject restricts it; another one does not lift that by itself', async ({
    client,
    assert,
  }) => {
    const petition = await received()
    const masa = await officer('masa')
    const { subjects } = await district()
    const sensitive = subjects.find((one) => one.sensitive)!
    const said = { subject: sensitive.code, foretold: 'restricted' }
    ;(await correct(client, masa, petition, said)).assertStatus(303)
    assert.equal((await fresh(petition)).circle, 'bureau')
    assert.deepEqual(await stepsOf(petition), ['received', 'amended', 'restricted'])
    ;(await correct(client, masa, await fresh(petition), { subject: '' })).assertStatus(303)
    assert.equal((await fresh(petition)).circle, 'bureau')
    assert.isNull((await fresh(petition)).subjectId)
  })

  test('a tip-off hides who brought it from the unit that has it, and stays one there', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR', { name: 'Gizli Deneme' })
    const [masa, tarim] = [await officer('masa'), await officer('tarim')]
    ;(await open(client, tarim, petition)).assertTextIncludes('Gizli Deneme')
    const said = { kind: 'tipOff', foretold: 'tipOff' }
    ;(await correct(client, masa, petition, said)).assertStatus(303)
    const card = await open(client, tarim, petition)
    assert.notInclude(card.text(), 'Gizli Deneme')
    assert.notInclude(card.text(), petition.text)
    const back = await correct(client, masa, await fresh(petition), { kind: 'request' })
    back.assertStatus(422)
    back.assertTextIncludes(says('intake.problems.kind.tipOffStays'))
  })

  test('at the desk a tip-off becomes another kind only with what comes of it read', async ({
    client,
    assert,
  }) => {
    const petition = await received({ kind: 'tipOff' })
    const masa = await officer('masa')
    ;(await correct(client, masa, petition, { kind: 'request' })).assertStatus(422)
    const said = { kind: 'request', foretold: 'noTipOff' }
    ;(await correct(client, masa, petition, said)).assertStatus(303)
    assert.equal((await fresh(petition)).kind, 'request')
  })

  test('it is found as alike under what it is about now', async ({ client, assert }) => {
    const { subjects } = await district()
    const subject = subjects.find(({ sensitive }) => !sensitive)!
    await Subject.query().where('id', subject.id).update({ joinable: true })
    subject.joinable = true
    const petition = await received({ text: 'Sokak lambaları yanmıyor, karanlık.' })
    const terms = () => db.from('petition_terms').where('petition_id', petition.id)
    assert.lengthOf(await terms(), 0)
    const masa = await officer('masa')
    const said = { subject: subject.code, place: 'Akçay Mahallesi' }
    ;(await correct(client, masa, petition, said)).assertStatus(303)
    assert.lengthOf(await terms(), 1)
    ;(await correct(client, masa, await fresh(petition), { kind: 'complaint' })).assertStatus(303)
    assert.lengthOf(await terms(), 0)
    subject.joinable = false
  })
})
