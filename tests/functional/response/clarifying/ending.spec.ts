import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime, Settings } from 'luxon'
import {
  CalendarMove,
  expireQuestions,
  LastDay,
  Mover,
  remindAsked,
  type Petition,
  type Question,
} from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { Answer } from '#response'
import { Referral } from '#routing'
import { transaction } from '#shared/database/transaction'
import { dayOf, today } from '#shared/dates/turkish_date'
import { open, says, send } from '#tests/support/at_the_card'
import { answer, asked, atTheUnit, fresh, lookedUp, questionsOf } from '#tests/support/clarifying'
import { QUESTION, stepsOf, told } from '#tests/support/clarifying'
import { emptied, wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { GRANTED, officer, unit } from '#tests/support/journey'
import { onAWednesday, round } from '#tests/support/reminding'

const iso = (day: unknown) => dayOf(day as never).toISODate()!
const goesOn = () => true

/** It is so many calendar days later. */
function later(days: number) {
  const now = Settings.now()
  Settings.now = () => now + days * 86_400_000
}

/** Leave of that day is entered, and the job that moves days told of it. */
async function leaveOn(day: DateTime) {
  const { authority } = await district()
  const [id, name] = [authority.id, 'İdari izin']
  const leave = { authority_id: id, day: iso(day), portion: 'full', name, kind: 'administrative' }
  await db.table('holidays').insert({ ...leave, version: 1 })
  const { id: officerId } = await officer('sef')
  const move = { authorityId: id, forTree: false, officerId, name, firstDay: day, lastDay: day }
  await transaction((trx) => CalendarMove.begin(move, trx))
  Catalogue.forget()
  return name
}

/** The last day when nothing of so many days from the day of receipt is counted. */
async function promisedAfter({ receivedAt }: Petition, stood: number) {
  const { calendar } = await district()
  return iso(calendar.nextWorkingDay(dayOf(receivedAt).plus({ days: 7 + stood })))
}

test.group('A question that waits', (group) => {
  onAWednesday(group)
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('is brought to mind once, on the working day before the last one', async ({
    client,
    assert,
  }) => {
    const { petition } = await asked(client)
    const { calendar } = await district()
    const before = calendar.addWorkingDays(today(), 4)
    assert.equal(await remindAsked(today(), goesOn), 0)
    assert.equal(await remindAsked(calendar.addWorkingDays(today(), 3), goesOn), 0)
    assert.equal(await remindAsked(before, () => false), 0, 'stopped before')
    assert.equal(await remindAsked(before, goesOn), 1)
    assert.equal(await remindAsked(before, goesOn), 0)
    assert.equal(await remindAsked(calendar.addWorkingDays(today(), 5), goesOn), 0)
    const messages = await told(petition, 'askedAgain')
    assert.lengthOf(messages, 1)
    assert.equal((await fresh(petition)).stage, 'awaitingPetitioner')
  })

  test('comes back by itself when nobody answered in time, however late the round is', async ({
    client,
    assert,
  }) => {
    const { petition, secret, tarim } = await asked(client)
    const { calendar } = await district()
    const by = calendar.addWorkingDays(today(), 5)
    assert.equal(await expireQuestions(by, goesOn), 0, 'its last day is not over')
    later(14)
    assert.equal(await expireQuestions(today(), () => false), 0)
    assert.equal(await expireQuestions(today(), goesOn), 1)
    assert.equal(await expireQuestions(today(), goesOn), 0)
    const after = await fresh(petition)
    assert.equal(after.stage, 'inProgress')
    assert.equal(iso(after.dueOn), iso(petition.dueOn), 'as was said at the latest')
    assert.lengthOf(await stepsOf(petition, 'unanswered'), 1)
    const inbox = await client.get('/birim').loginAs(tarim)
    inbox.assertTextIncludes(says('intake.rows.unanswered'))
    const card = await open(client, tarim, after)
    card.assertTextIncludes(says('response.waiting.unanswered'))
    card.assertTextIncludes(says('response.waiting.noGround'))
    const takes = async (who: Officer) => {
      const one = await fresh(petition)
      await one.change(async (current, trx) => {
        await current.take({ kind: 'contacted', officer: who, trx })
      })
      return (await fresh(petition)).unreadBy
    }
    assert.equal(await takes(await officer('masa')), 'unanswered', 'the desk was not asked')
    assert.equal(await takes(tarim), 'nobody')
    await db.from('petitions').where('id', petition.id).update({ unread_by: 'unanswered' })

    const { page, form } = await lookedUp(client, petition, secret)
    page.assertTextIncludes(says('intake.follow.add.late'))
    const done = await answer(client, form, 'Çınar Sokak.')
    done.assertTextIncludes(says('intake.follow.done.answeredLate'))
    assert.equal((await fresh(petition)).unreadBy, 'charge')
    assert.lengthOf(await stepsOf(petition, 'clarified'), 0)
    // It was answered: nobody is asked still, and how the waiting ended stays true.
    const answered = await open(client, tarim, await fresh(petition))
    assert.notInclude(answered.text(), says('response.waiting.unanswered'))
    answered.assertTextIncludes(says('intake.added.late'))
    const again = await lookedUp(client, petition, secret)
    assert.notInclude(again.page.text(), QUESTION)
    assert.equal((await questionsOf(petition))[0].ended_as, 'expired')
    const more = await answer(client, { ...form, token: again.form.token! }, 'Bir de köşe başı.')
    more.assertTextIncludes(says('intake.follow.done.answeredBefore'))
  })

  test('gives the days of waiting back, and no others', async ({ client, assert }) => {
    const { petition, before, tarim } = await asked(client)
    assert.equal(iso(petition.dueOn), await promisedAfter(before, 8), 'at the latest')
    later(5)
    ;(await send(client, tarim, petition, 'beklemeyi-bitir')).assertStatus(303)
    const stopped = await fresh(petition)
    assert.equal(stopped.stage, 'inProgress')
    assert.equal(iso(stopped.dueOn), await promisedAfter(before, 5))
    assert.equal(iso(stopped.legalDueOn), iso(before.legalDueOn))
    assert.equal((await questionsOf(petition))[0].ended_as, 'stopped')
  })

  test('waits longer where leave was entered for its last day', async ({ client, assert }) => {
    const { petition } = await asked(client)
    const { calendar, authority } = await district()
    const by = calendar.addWorkingDays(today(), 5)
    const leave = { authority_id: authority.id, day: iso(by), portion: 'full', name: 'İzin' }
    await db.table('holidays').insert({ ...leave, kind: 'administrative', version: 1 })
    Catalogue.forget()
    later(8)
    assert.equal(await expireQuestions(today(), goesOn), 0)
    later(1)
    assert.equal(await expireQuestions(today(), goesOn), 1)
    assert.equal((await fresh(petition)).stage, 'inProgress')
  })

  test('is said for a later day where leave is entered behind it', async ({ client, assert }) => {
    const { petition, before, tarim } = await asked(client)
    const leave = await leaveOn(petition.dueOn)
    await new Mover({ error() {} }, {}).round()
    const moved = await fresh(petition)
    const { calendar } = await district()
    assert.equal(iso(moved.dueOn), iso(calendar.nextWorkingDay(dayOf(petition.dueOn))))
    assert.isAbove(moved.dueOn.toMillis(), petition.dueOn.toMillis())
    assert.equal((await LastDay.of(moved)).promise!.cause, 'paused', 'it goes on waiting')
    const steps = await stepsOf(petition, 'dayMoved')
    assert.deepEqual(
      steps.map(({ note }) => note),
      [leave]
    )
    // The leave lies behind the day that holds when nobody waited.
    ;(await send(client, tarim, moved, 'beklemeyi-bitir')).assertStatus(303)
    assert.equal(iso((await fresh(petition)).dueOn), iso(before.dueOn))
  })

  test('is answered by telephone or at the desk, written down by whoever heard it', async ({
    client,
    assert,
  }) => {
    for (const [login, unread] of [
      ['tarim', 'nobody'],
      ['masa', 'charge'],
    ] as const) {
      const { petition } = await asked(client)
      const who = await officer(login)
      const empty = await send(client, who, petition, 'soru-cevabi', { words: ' ' })
      empty.assertStatus(422)
      empty.assertTextIncludes(says('response.problems.words.required'))
      const said = { words: 'Çınar Sokak imiş.' }
      ;(await send(client, who, petition, 'soru-cevabi', said)).assertStatus(303)
      // The second press.
      ;(await send(client, who, petition, 'soru-cevabi', said)).assertStatus(303)
      const after = await fresh(petition)
      assert.deepEqual([after.stage, after.unreadBy], ['inProgress', unread])
      const [row, ...more] = await db.from('additions').where('petition_id', petition.id)
      assert.isEmpty(more)
      assert.equal(row.officer_id, who.id)
      const late = await send(client, who, after, 'soru-cevabi', said)
      late.assertStatus(422)
    }
  })

  test('is answered at the counter, after it was read out there', async ({ client, assert }) => {
    const { petition, tarim } = await asked(client)
    const masa = await officer('masa')
    const post = (path: string, form: object) =>
      client.post(path).loginAs(masa).withCsrfToken().redirects(0).form(form)
    const known = await post(`/dosya/${petition.number}/gise`, {
      ...{ by: 'document', document: 'idCard' },
    })
    const path = known.header('location')!
    const page = await client.get(path).loginAs(masa)
    page.assertTextIncludes(QUESTION)
    page.assertTextIncludes(says('response.counter.answer'))
    const [, token] = /name="token" value="([^"]+)"/.exec(page.text())!
    const said = { token: token!, said: 'Sorusu okundu.', added: 'Çınar Sokak.' }
    ;(await post(path, said)).assertStatus(303)
    const after = await fresh(petition)
    assert.deepEqual([after.stage, after.unreadBy], ['inProgress', 'charge'])
    const card = await open(client, tarim, after)
    card.assertTextIncludes(says('intake.added.answer'))
    assert.lengthOf(await stepsOf(petition, 'clarified'), 1)
  })

  test('names no day to its petitioner that has passed before the round has run', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await asked(client)
    const { answer_by: by } = (await questionsOf(petition))[0]
    const days = Math.round(dayOf(DateTime.fromJSDate(new Date(by))).diff(today(), 'days').days)
    later(days)
    const onTheDay = await lookedUp(client, petition, secret)
    assert.notInclude(onTheDay.page.text(), says('intake.follow.add.late'))
    later(1)
    const { page, form } = await lookedUp(client, petition, secret)
    page.assertTextIncludes(says('intake.follow.add.late'))
    const done = await answer(client, form, 'Çınar Sokak.')
    done.assertTextIncludes(says('intake.follow.done.answered'))
  })

  test('comes to nothing with the conclusion also where the promise had passed before', async ({
    client,
    assert,
  }) => {
    const { petition: before } = await atTheUnit()
    later(12)
    const tarim = await officer('tarim')
    await send(client, tarim, await fresh(before), 'soru', { question: QUESTION })
    const sef = await officer('sef')
    await send(client, sef, await fresh(before), 'geri-cagirma', { reason: 'Yanlış birim.' })
    await Referral.make(await fresh(before), await unit('TAR'), sef)
    const routed = await fresh(before)
    assert.isNull((await questionsOf(routed))[0].due_was)
    await (await Answer.draftFor(routed)).submit(GRANTED, tarim)
    assert.equal((await questionsOf(routed))[0].ended_as, 'stopped')
    const said = { words: 'Çınar Sokak imiş.' }
    const late = await send(client, tarim, await fresh(before), 'soru-cevabi', said)
    late.assertStatus(422)
  })

  test('is the first word with its petitioner, whatever tries there were', async ({
    client,
    assert,
  }) => {
    const { petition: before } = await atTheUnit()
    const tarim = await officer('tarim')
    const call = { way: 'call', result: 'notReached', note: 'Açmadı.' }
    await send(client, tarim, before, 'gorusme', call)
    const tried = await open(client, tarim, await fresh(before))
    tried.assertTextIncludes('Birimin ilk görüşmesi için')
    await send(client, tarim, await fresh(before), 'soru', { question: QUESTION })
    await send(client, tarim, await fresh(before), 'beklemeyi-bitir')
    const after = await fresh(before)
    assert.equal(after.stage, 'inProgress')
    const card = await open(client, tarim, after)
    assert.notInclude(card.text(), 'Birimin ilk görüşmesi için')
  })

  test('a call ends no waiting, and what is put before the head does', async ({
    client,
    assert,
  }) => {
    const { petition, tarim } = await asked(client)
    for (const result of ['notReached', 'reached']) {
      const call = { way: 'call', result, note: 'Aradık.' }
      const pressed = await send(client, tarim, await fresh(petition), 'gorusme', call)
      pressed.assertStatus(303)
      assert.equal((await fresh(petition)).stage, 'awaitingPetitioner', result)
    }
    const called = await fresh(petition)
    later(2)
    await (await Answer.draftFor(called)).submit(GRANTED, tarim)
    const after = await fresh(petition)
    assert.equal(after.stage, 'awaitingApproval')
    assert.equal((await questionsOf(petition))[0].ended_as, 'stopped')
    assert.equal(iso(after.dueOn), await promisedAfter(petition, 2))
    ;(await send(client, tarim, after, 'soru', { question: 'Bir şey daha?' })).assertStatus(422)
  })

  test('goes with a petition to the next unit, and its answer is read there', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await asked(client)
    const sef = await officer('sef')
    ;(await send(client, sef, petition, 'geri-cagirma', { reason: 'Yanlış birim.' })).assertStatus(
      303
    )
    const back = await fresh(petition)
    assert.equal(back.stage, 'returned')
    await Referral.make(back, await unit('MUF'), sef)
    const there = await fresh(petition)
    assert.equal(there.stage, 'routed')
    assert.isNull((await questionsOf(petition))[0].ended_as)
    const muftuluk = await officer('muftuluk')
    ;(await open(client, muftuluk, there)).assertTextIncludes(says('response.waiting.title'))
    later(3)
    const { form } = await lookedUp(client, there, secret)
    await answer(client, form, 'Çınar Sokak.')
    const after = await fresh(petition)
    assert.deepEqual([after.stage, after.unreadBy], ['routed', 'charge'])
    assert.equal(iso(after.dueOn), await promisedAfter(petition, 3))
  })

  test('comes to nothing with a withdrawal, and does not come back with it', async ({
    client,
    assert,
  }) => {
    const { petition, before, secret } = await asked(client)
    later(2)
    const { form } = await lookedUp(client, petition, secret)
    ;(await client.post('/sorgula/geri-cek').form(form)).assertStatus(200)
    assert.equal((await fresh(petition)).stage, 'withdrawn')
    assert.equal((await questionsOf(petition))[0].ended_as, 'moot')
    ;(await client.post('/sorgula/vazgec').form(form)).assertStatus(200)
    const after = await fresh(petition)
    assert.equal(after.stage, 'inProgress')
    assert.equal(iso(after.dueOn), await promisedAfter(before, 2))
  })

  test('lets nobody be reminded of a promise that waits', async ({ client, assert }) => {
    const { petition } = await asked(client)
    const reminders = () => db.from('reminders').where('petition_id', petition.id)
    later(5)
    // Whatever its last day at the latest is: nobody has to do anything for it now.
    await db
      .from('petitions')
      .where('id', petition.id)
      .update({ due_on: iso(today()) })
    await round()
    assert.isEmpty(await reminders().where('clock', 'promise'))
    assert.equal((await fresh(petition)).stage, 'awaitingPetitioner')
  })

  test('is no ground for leaving a petition unexamined', async ({ client, assert }) => {
    const { petition, tarim } = await asked(client)
    const draft = {
      ...{ outcome: 'inadmissible', ground: 'missingParticulars', text: 'İnceleyemedik.' },
      ...{ reason: 'Sorumuza cevap gelmedi.', remedy: 'Dava açabilirsiniz.', intent: 'submit' },
    }
    const page = await send(client, tarim, petition, 'cevap', draft)
    page.assertStatus(422)
    // Before anybody is asked why an answer with so short a reason is to go on.
    page.assertTextIncludes(says('response.problems.ground.nothingMissing'))
    assert.notInclude(page.text(), says('response.problems.why_grounds.found'))
    page.assertTextIncludes('Sorumuza cevap gelmedi.')
    assert.equal((await fresh(petition)).stage, 'awaitingPetitioner')
    await db.from('petitioners').where('petition_id', petition.id).update({ address: null })
    const said = { ...draft, reason: 'Adresinizi bilmediğimiz için sorumuzu cevaplayamadınız.' }
    const done = await send(client, tarim, await fresh(petition), 'cevap', said)
    done.assertStatus(303)
    assert.equal((await fresh(petition)).stage, 'awaitingApproval')
  })
})

test.group('The round, of questions', (group) => {
  onAWednesday(group)
  emptied(group)

  test('reminds, and brings back what nobody answered, each once', async ({ client, assert }) => {
    const { petition: near } = await asked(client)
    const { petition: over } = await asked(client)
    const set = (question: Partial<Question>, { id }: Petition) =>
      db.from('questions').where('petition_id', id).update(question)
    const days = { asked_at: '2026-11-25 09:00:00', passed_at: '2026-11-25 09:00:00' }
    await set({ ...days, answer_by: '2026-12-03' } as never, near)
    await set({ ...days, answer_by: '2026-12-01' } as never, over)
    await round()
    await db.from('daily_rounds').delete()
    await round()
    assert.lengthOf(await stepsOf(near, 'askedReminded'), 1)
    assert.lengthOf(await stepsOf(over, 'unanswered'), 1)
    assert.equal((await fresh(over)).stage, 'inProgress')
  })
})
