import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { LastDay } from '#intake'
import { dayOf, dateWithWeekday, longDate, today } from '#shared/dates/turkish_date'
import { open, says, send } from '#tests/support/at_the_card'
import { answer, asked, atTheUnit, fresh, lookedUp } from '#tests/support/clarifying'
import { QUESTION, questionsOf, stepsOf, told } from '#tests/support/clarifying'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer } from '#tests/support/journey'
import { onAWednesday } from '#tests/support/reminding'

const iso = (day: unknown) => dayOf(day as never).toISODate()!

test.group('A unit asks whoever brought a petition', (group) => {
  onAWednesday(group)
  wrapped(group)

  test('the promise waits and the law does not, and both read both days', async ({
    client,
    assert,
  }) => {
    const { petition, before, secret, tarim } = await asked(client)
    const { calendar } = await district()
    const by = calendar.addWorkingDays(today(), 5)
    assert.equal(petition.stage, 'awaitingPetitioner')
    assert.equal(iso(petition.legalDueOn), iso(before.legalDueOn))
    assert.isTrue(petition.dueOn > before.dueOn, 'nobody is late who waits')
    const { promise } = await LastDay.of(petition)
    assert.equal(promise!.cause, 'paused')
    const [row] = await questionsOf(petition)
    assert.equal(iso(await answerByOf(row)), iso(by))

    const [message] = await told(petition, 'asked')
    assert.equal(message.channel, 'sms')
    assert.notInclude(JSON.stringify(message), QUESTION)

    const card = await open(client, tarim, petition)
    const legal = longDate(petition.legalDueOn)
    for (const words of [
      says('response.waiting.title'),
      says('response.waiting.by', { day: dateWithWeekday(by) }),
      says('response.waiting.promise', { due: longDate(petition.dueOn), legal }),
      QUESTION,
    ]) {
      card.assertTextIncludes(words)
    }
    assert.notInclude(card.text(), 'name="ask-question"', 'it waits for the first answer')
    const { page } = await lookedUp(client, petition, secret)
    page.assertTextIncludes(QUESTION)
    page.assertTextIncludes(says('intake.result.waits', { legal }))
    page.assertTextIncludes(says('intake.follow.add.by', { day: dateWithWeekday(by) }))
    const why = await client.get(`/dosya/${petition.number}/gunler`).loginAs(tarim)
    why.assertTextIncludes('Başvuru sahibine soru sorulduğunda durdu')
    why.assertTextIncludes(says('response.lastDays.askedAtLatest'))
  })

  test('the answer by number and code brings it back, with the promise as if nothing was', async ({
    client,
    assert,
  }) => {
    const { petition, before, secret, tarim } = await asked(client)
    const { form } = await lookedUp(client, petition, secret)
    const done = await answer(client, form, 'Çınar Sokak’taki.')
    done.assertStatus(200)
    done.assertTextIncludes(says('intake.follow.done.answered'))
    assert.notInclude(done.text(), says('intake.follow.add.asked'))
    const after = await fresh(petition)
    assert.equal(after.stage, 'inProgress')
    assert.equal(after.unreadBy, 'charge')
    // Answered on the day of the question.
    assert.equal(iso(after.dueOn), iso(before.dueOn))
    const [{ ended_as: endedAs }] = await questionsOf(petition)
    assert.equal(endedAs, 'answered')
    const card = await open(client, tarim, after)
    card.assertTextIncludes('Çınar Sokak’taki.')
    card.assertTextIncludes(says('intake.added.answer'))
    const why = await client.get(`/dosya/${petition.number}/gunler`).loginAs(tarim)
    why.assertTextIncludes('Cevabı bekleme bittiğinde yeniden başladı')
    // Sent once more it is there once.
    await answer(client, form, 'Çınar Sokak’taki.')
    assert.lengthOf(await stepsOf(petition, 'clarified'), 1)
    assert.lengthOf(await db.from('additions').where('petition_id', petition.id), 1)
  })

  test('in two tabs both are kept, and the second one is told so', async ({ client, assert }) => {
    const { petition, secret } = await asked(client)
    const [first, second] = [
      await lookedUp(client, petition, secret),
      await lookedUp(client, petition, secret),
    ]
    await answer(client, first.form, 'Çınar Sokak.')
    const late = await answer(client, second.form, 'Bir de Nar Sokak.')
    late.assertTextIncludes(says('intake.follow.done.answeredBefore'))
    const rows = await db.from('additions').where('petition_id', petition.id)
    assert.deepEqual(
      rows.map(({ text }) => text),
      ['Çınar Sokak.', 'Bir de Nar Sokak.']
    )
    assert.lengthOf(await stepsOf(petition, 'clarified'), 1)
  })

  test('an answer after the conclusion is kept in the file and changes nothing', async ({
    client,
    assert,
  }) => {
    const { petition, secret, tarim } = await asked(client)
    const { form } = await lookedUp(client, petition, secret)
    await petition.change((current, trx) =>
      current.conclude('informed', 'Bilgi verildi.', { officer: tarim }, trx)
    )
    const done = await answer(client, form, 'Çınar Sokak.')
    done.assertStatus(200)
    done.assertTextIncludes(says('intake.follow.done.answeredAfter'))
    const after = await fresh(petition)
    assert.equal(after.stage, 'concluded')
    assert.equal(after.outcome, 'informed')
    assert.lengthOf(await db.from('additions').where('petition_id', petition.id), 1)
    assert.equal((await questionsOf(petition))[0].ended_as, 'moot')
    // What answers nothing comes too late as before.
    const other = await answer(client, { ...form, question: '', token: form.token }, 'Başka söz.')
    other.assertStatus(422)
  })

  test('three times at most, one after the other, and never without a question', async ({
    client,
    assert,
  }) => {
    const { petition, tarim } = await asked(client)
    ;(await send(client, tarim, petition, 'soru', { question: 'İkinci?' })).assertStatus(422)
    for (let times = 2; times <= 3; times++) {
      ;(await send(client, tarim, await fresh(petition), 'beklemeyi-bitir')).assertStatus(303)
      const empty = await send(client, tarim, await fresh(petition), 'soru', { question: ' ' })
      empty.assertStatus(422)
      empty.assertTextIncludes(says('response.problems.question.required'))
      const again = { question: `${times}. kez` }
      ;(await send(client, tarim, await fresh(petition), 'soru', again)).assertStatus(303)
    }
    ;(await send(client, tarim, await fresh(petition), 'beklemeyi-bitir')).assertStatus(303)
    const fourth = await send(client, tarim, await fresh(petition), 'soru', { question: '4.' })
    fourth.assertStatus(422)
    assert.lengthOf(await questionsOf(petition), 3)
    const card = await open(client, tarim, await fresh(petition))
    assert.notInclude(card.text(), 'name="ask-question"')
  })

  test('not where the law leaves no day for an answer', async ({ client, assert }) => {
    const { petition } = await atTheUnit()
    const { calendar } = await district()
    const near = calendar.addWorkingDays(today(), 3).toISODate()!
    await db.from('petitions').where('id', petition.id).update({ legal_due_on: near })
    const page = await send(client, await officer('tarim'), await fresh(petition), 'soru', {
      question: QUESTION,
    })
    page.assertStatus(422)
    page.assertTextIncludes(says('response.problems.question.lawNear'))
    page.assertTextIncludes(QUESTION)
    assert.isEmpty(await questionsOf(petition))
    const some = calendar.addWorkingDays(today(), 6).toISODate()!
    await db.from('petitions').where('id', petition.id).update({ legal_due_on: some })
    const tarim = await officer('tarim')
    await send(client, tarim, await fresh(petition), 'soru', { question: QUESTION })
    const [row] = await questionsOf(petition)
    const latest = calendar.addWorkingDays(today(), 3)
    assert.equal(iso(await answerByOf(row)), iso(latest), 'three working days are left')
  })

  test('by e-mail where one was given, in the language of the petition', async ({
    client,
    assert,
  }) => {
    const about = { email: 'ayse@deneme.example', locale: 'en' } as const
    const { petition, secret } = await asked(client, about)
    const messages = await told(petition, 'asked')
    assert.sameMembers(
      messages.map(({ channel, locale }) => `${channel} ${locale}`),
      ['sms en', 'email en']
    )
    const page = await client
      .post('/en/sorgula')
      .form({ number: petition.number, secret: secret.text })
    page.assertTextIncludes(QUESTION)
  })

  test('whom no message reaches is a task of the desk', async ({ client, assert }) => {
    const { petition } = await asked(client, { phone: null })
    const [task] = await told(petition, 'asked')
    assert.equal(task.channel, 'hand')
    const tarim = await officer('tarim')
    const { petition: other } = await atTheUnit({ phone: null })
    const card = await open(client, tarim, other)
    card.assertTextIncludes(says('response.ask.noWay'))
  })
})

/** As the database has it. */
async function answerByOf({ id }: { id: number }) {
  const { Question } = await import('#intake')
  return (await Question.findOrFail(id)).answerBy!
}
