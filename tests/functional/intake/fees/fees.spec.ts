import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime, Settings } from 'luxon'
import { askFee, lapseFees, LastDay, Petition, renewSecret } from '#intake'
import { Catalogue } from '#organisation'
import { dayOf, today } from '#shared/dates/turkish_date'
import { askUnit } from '#routing'
import { PhoneNumber } from '#shared/typed/phone_number'
import { open, says, send } from '#tests/support/at_the_card'
import { emptied, wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer, referredTo } from '#tests/support/journey'
import { asked as unitAsked, workingDay } from '#tests/support/unit_questions'
import { onAWednesday, round } from '#tests/support/reminding'
import { undoWithdrawal, withdraw } from '../../../../app/intake/following/withdrawal.ts'

const phone = PhoneNumber.parse('0500 012 34 56')
const fresh = ({ id }: Petition) => Petition.findOrFail(id)
const iso = (day: DateTime) => dayOf(day).toISODate()!
const goesOn = () => true
const fee = async ({ id }: Petition) => {
  const [row] = await db.from('fee_notices').where('petition_id', id)
  return row as Record<string, never> | undefined
}
const stepsOf = async ({ id }: Petition, kind: string) =>
  db.from('steps').where({ petition_id: id, kind })

test.group('The fee of law 4982', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  const asked = { amount: '12,50', covers: '25 sayfa fotokopi', toldOn: iso(DateTime.now()) }

  async function unpaid(client: Parameters<typeof send>[0]) {
    const petition = await referredTo('TAR', { kind: 'informationRequest', phone })
    const amir = await officer('tarim.amir')
    ;(await send(client, amir, petition, 'ucret', asked)).assertStatus(303)
    return { petition, amir, waiting: await fresh(petition) }
  }

  test('stops both clocks on the day of the notice, and they go on with the payment', async ({
    client,
    assert,
  }) => {
    const { petition, amir, waiting } = await unpaid(client)
    const row = (await fee(petition))!
    assert.equal(row.amount, 1250)
    const { calendar } = await district()
    const payBy = calendar.addWorkingDays(today(), 15)
    assert.equal(iso(DateTime.fromJSDate(new Date(row.pay_by!))), iso(payBy))
    const { legal, promise } = await LastDay.of(waiting)
    assert.equal(legal!.cause, 'feeAsked')
    assert.equal(promise!.cause, 'feeAsked')
    assert.isTrue(waiting.legalDueOn > petition.legalDueOn, 'nobody is late who waits')
    const [told] = await stepsOf(petition, 'feeAsked')
    assert.include(told.public_text, '12,50 TL')
    assert.include(told.public_text, '25 sayfa fotokopi')
    assert.isNotEmpty(
      await db.from('messages').where({ petition_id: petition.id, event: 'feeAsked' })
    )
    const card = await open(client, amir, waiting)
    card.assertTextIncludes(says('response.payFee.title'))
    card.assertTextIncludes('12,50 TL')
    assert.notInclude(card.text(), 'id="given"', 'it is no answer')
    const why = await client.get(`/dosya/${petition.number}/gunler`).loginAs(amir)
    why.assertTextIncludes('Ücret bildirildiğinde durdu:')
    why.assertTextIncludes('Süre şu günden beri duruyor')
    why.assertTextIncludes(says('response.lastDays.atLatest'))

    const tarim = await officer('tarim')
    const paid = { paidOn: iso(DateTime.now()) }
    ;(await send(client, tarim, waiting, 'ucret-odendi', paid)).assertStatus(303)
    const after = await fresh(petition)
    // Paid on the day of the notice: nothing was waited for.
    assert.equal(iso(after.legalDueOn), iso(petition.legalDueOn))
    assert.equal(iso(after.dueOn), iso(petition.dueOn))
    assert.equal((await fee(petition))!.ended_as, 'paid')
    const page = await client.get(`/dosya/${petition.number}/gunler`).loginAs(amir)
    page.assertTextIncludes('Ücret ödendiğinde yeniden başladı:')
    assert.equal(await lapseFees(today().plus({ years: 1 }), goesOn), 0)
  })

  test('is told once, of a request for information alone, and what was typed stays', async ({
    client,
    assert,
  }) => {
    const other = await referredTo('TAR')
    const amir = await officer('tarim.amir')
    ;(await send(client, amir, other, 'ucret', asked)).assertStatus(422)
    const petition = await referredTo('TAR', { kind: 'informationRequest' })
    const tomorrow = iso(DateTime.now().plus({ days: 1 }))
    for (const [field, value, rule] of [
      ['amount', '', 'required'],
      ['amount', 'on lira', 'format'],
      ['covers', ' ', 'required'],
      ['toldOn', 'dün', 'format'],
      ['toldOn', tomorrow, 'range'],
    ] as const) {
      const page = await send(client, amir, petition, 'ucret', { ...asked, [field]: value })
      page.assertStatus(422)
      if (rule !== 'range') page.assertTextIncludes(says(`response.problems.${field}.${rule}`))
      if (field !== 'covers') page.assertTextIncludes(asked.covers)
    }
    ;(await send(client, amir, petition, 'ucret', { ...asked, amount: '0' })).assertStatus(422)
    ;(await send(client, await officer('tarim'), petition, 'ucret', asked)).assertStatus(403)
    ;(await send(client, amir, petition, 'ucret', asked)).assertStatus(303)
    // Pressed twice it is told once; a second one there is not.
    ;(await send(client, amir, petition, 'ucret', asked)).assertStatus(303)
    const again = await send(client, amir, await fresh(petition), 'ucret', asked)
    again.assertStatus(422)
    assert.lengthOf(await stepsOf(petition, 'feeAsked'), 1)
  })

  test('waits again where a withdrawal is undone, and lapses or is paid', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { now } = Settings
    cleanup(() => void (Settings.now = now))
    const { calendar } = await district()
    const payBy = calendar.addWorkingDays(today(), 15)
    const waiting = [await unpaid(client), await unpaid(client)]
    Settings.now = () => payBy.plus({ hours: 9 }).toMillis()
    for (const { petition } of waiting) await withdraw(await fresh(petition))
    const next = payBy.plus({ days: 1 })
    assert.equal(await lapseFees(next, goesOn), 0)
    Settings.now = () => next.plus({ hours: 9 }).toMillis()
    for (const { petition } of waiting) {
      assert.equal((await fee(petition))!.ended_as, 'moot')
      await undoWithdrawal(await fresh(petition))
      assert.isNull((await fee(petition))!.ended_as)
    }
    const [first, second] = waiting as [(typeof waiting)[0], (typeof waiting)[0]]
    const card = await open(client, first.amir, await fresh(first.petition))
    card.assertTextIncludes(says('response.payFee.title'))
    const paid = { paidOn: iso(payBy) }
    const tarim = await officer('tarim')
    const done = await send(client, tarim, await fresh(first.petition), 'ucret-odendi', paid)
    done.assertStatus(303)
    assert.equal((await LastDay.of(await fresh(first.petition))).legal!.cause, 'feePaid')
    assert.equal(await lapseFees(next, goesOn), 1)
    assert.equal((await fresh(second.petition)).stage, 'withdrawn')
    await assert.rejects(async () => undoWithdrawal(await fresh(second.petition)))
  })

  test('that nobody paid in 15 working days is given up, once, however late the round is', async ({
    client,
    assert,
  }) => {
    const { petition, amir } = await unpaid(client)
    const fields = { unit: 'MUF', question: 'Sizde var mı?', day: await workingDay() }
    await askUnit(await fresh(petition), await officer('sef'), fields)
    const { calendar } = await district()
    const payBy = calendar.addWorkingDays(today(), 15)
    assert.equal(await lapseFees(payBy, goesOn), 0, 'its last day is not over')
    assert.equal(await lapseFees(payBy.plus({ days: 9 }), () => false), 0, 'stopped before')
    // The server was off for days.
    assert.equal(await lapseFees(payBy.plus({ days: 9 }), goesOn), 1)
    assert.equal(await lapseFees(payBy.plus({ days: 9 }), goesOn), 0)
    const after = await fresh(petition)
    assert.equal(after.stage, 'withdrawn')
    const [step] = await stepsOf(petition, 'feeLapsed')
    assert.isNull(step.officer_id)
    assert.include(step.public_text, 'vazgeçmiş sayılırsınız')
    assert.lengthOf(await stepsOf(petition, 'feeLapsed'), 1)
    assert.equal((await unitAsked(petition)).state, 'lapsed', 'no unit is to answer any more')
    assert.isNotEmpty(
      await db.from('messages').where({ petition_id: petition.id, event: 'feeLapsed' })
    )
    await assert.rejects(() => undoWithdrawal(after))
    assert.equal((await fresh(petition)).stage, 'withdrawn')

    const secret = await after.change((one, trx) => renewSecret(one, amir, trx))
    const page = await client
      .post('/sorgula')
      .form({ number: petition.number, secret: secret.text })
    page.assertStatus(200)
    page.assertTextIncludes('isteğinizden vazgeçmiş sayıldınız')
    page.assertTextIncludes('Ücret ödenmedi.')

    // It was paid in time, and somebody wrote it down too late.
    const late = { paidOn: iso(payBy.plus({ days: 1 })) }
    ;(await send(client, amir, after, 'ucret-odendi', late)).assertStatus(422)
    ;(
      await send(client, await officer('tarim'), after, 'ucret-odendi', {
        paidOn: asked.toldOn,
      })
    ).assertStatus(303)
    assert.equal((await fresh(petition)).stage, 'routed')
  })

  test('waits longer where leave was entered since, and not for what is concluded', async ({
    client,
    assert,
  }) => {
    const { petition } = await unpaid(client)
    const { calendar, authority } = await district()
    const payBy = calendar.addWorkingDays(today(), 15)
    const leave = { authority_id: authority.id, day: iso(payBy), portion: 'full', name: 'İzin' }
    await db.table('holidays').insert({ ...leave, kind: 'administrative', version: 1 })
    Catalogue.forget()
    const next = payBy.plus({ days: 1 })
    assert.equal(await lapseFees(next, goesOn), 0)
    const moved = (await district()).calendar.addWorkingDays(today(), 15)
    assert.equal(await lapseFees(moved.plus({ days: 1 }), goesOn), 1)

    const { petition: other } = await unpaid(client)
    await db.from('petitions').where('id', other.id).update({ stage: 'concluded' })
    assert.equal(await lapseFees(moved.plus({ years: 1 }), goesOn), 0)
    assert.equal((await fee(other))!.ended_as, 'moot')
    assert.equal((await fresh(petition)).stage, 'withdrawn')
  })
})

test.group('The round, of a fee that nobody paid', (group) => {
  onAWednesday(group)
  emptied(group)

  test('gives its request up, once', async ({ assert }) => {
    const petition = await referredTo('TAR', { kind: 'informationRequest' })
    const said = { amount: 1250, covers: 'fotokopi', toldOn: today() }
    const amir = await officer('tarim.amir')
    await petition.change((current, trx) => askFee(current, said, amir, trx))
    await db.from('fee_notices').update({ told_on: '2026-11-02', pay_by: '2026-11-23' })
    await round()
    await round()
    assert.lengthOf(await stepsOf(petition, 'feeLapsed'), 1)
    assert.equal((await fresh(petition)).stage, 'withdrawn')
  })
})
