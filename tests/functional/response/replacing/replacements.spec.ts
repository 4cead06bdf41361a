import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { AnswerDelivery, givenAnswers, Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { Answer } from '#response'
import { PhoneNumber } from '#shared/typed/phone_number'
import { objected } from '#tests/support/afterwards'
import { says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { GRANTED, officer, REFUSED } from '#tests/support/journey'
import { answered, lettersOn, lookedUp } from '#tests/support/response/answered'

const phone = PhoneNumber.parse('0500 012 34 56')
const NEW = {
  outcome: 'granted',
  text: 'Yolunuz 15 Mart 2027 günü onarılacak.',
  because: 'Program değişti.',
}
const fresh = ({ id }: Petition) => Petition.findOrFail(id)

function press(
  client: ApiClient,
  who: Officer,
  { number, version }: Petition,
  fields: Record<string, string>,
  to = ''
) {
  const words = Object.entries(fields).map(([name, value]) => [nameAt(to, name), value])
  const form = { version: String(version), ...Object.fromEntries(words) }
  const path = `/dosya/${number}/cevap-duzeltme${to}`
  return client.post(path).loginAs(who).withCsrfToken().redirects(0).form(form)
}

/** What is written is a part of its form; what is decided, and the page's own marks, stand as they are. */
function nameAt(to: string, name: string) {
  return to || /^(found|intent|seen|sitting|turn|resumes|part)$/.test(name)
    ? name
    : `replaceAnswer-${name}`
}

test.group('A given answer that is corrected', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('stays as it was, and another one takes its place', async ({ client, assert }) => {
    const one = await answered({ phone }, REFUSED)
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    await lookedUp(client, one)
    const before = await db.from('steps').where('id', one.step.id).firstOrFail()
    ;(await press(client, tarim, one.petition, NEW)).assertStatus(303)
    // Until the head has read it the first one counts.
    const waiting = await fresh(one.petition)
    assert.deepInclude(waiting.serialize(), { stage: 'concluded', outcome: 'refused' })
    ;(await lookedUp(client, one)).assertTextIncludes(REFUSED.text)
    ;(await press(client, head, waiting, { intent: 'grant' }, '/karar')).assertStatus(303)

    const after = await fresh(one.petition)
    assert.deepInclude(after.serialize(), { stage: 'concluded', outcome: 'granted' })
    assert.deepEqual(after.concludedAt?.toMillis(), one.petition.concludedAt?.toMillis())
    assert.deepEqual(await db.from('steps').where('id', one.step.id).firstOrFail(), before)
    const [counts, replaced] = await givenAnswers(after)
    assert.isNotNull(counts!.replaces)
    assert.isNotNull(replaced!.replacedOn)
    const told = db.from('messages').where({ petition_id: after.id, event: 'answerReplaced' })
    assert.lengthOf(await told, 1)

    // Times run from the day on which the new one arrives.
    assert.isNull(await AnswerDelivery.reachedOn(counts!.step.id))
    const page = await lookedUp(client, one)
    page.assertTextIncludes(NEW.text)
    page.assertTextIncludes(REFUSED.text)
    assert.lengthOf(lettersOn(page.text()), 2)
    assert.isNotNull(await AnswerDelivery.reachedOn(counts!.step.id))
    assert.lengthOf(await db.from('answer_deliveries'), 2)
    assert.lengthOf(await db.from('surveys').where('petition_id', after.id), 2, 'asked anew')
  })

  test('is sent back by the head with a reason, and nobody is told', async ({ client, assert }) => {
    const { petition } = await answered({ phone })
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    await press(client, tarim, petition, NEW)
    const waiting = await fresh(petition)
    const without = await press(client, head, waiting, { intent: 'refuse' }, '/karar')
    without.assertStatus(422)
    without.assertTextIncludes(says('response.problems.refusal.required'))
    const refused = { intent: 'refuse', refusal: 'Gün yanlış.' }
    ;(await press(client, head, waiting, refused, '/karar')).assertStatus(303)
    assert.lengthOf(await givenAnswers(petition), 1)
    const told = db.from('messages').where({ petition_id: petition.id, event: 'answerReplaced' })
    assert.isEmpty(await told)
    ;(await press(client, tarim, await fresh(petition), NEW)).assertStatus(303)
  })

  test('needs two pairs of eyes, and is written once at a time', async ({ client, assert }) => {
    const { petition } = await answered()
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    ;(await press(client, head, petition, NEW)).assertStatus(303)
    // The second press is the first one.
    ;(await press(client, head, petition, NEW)).assertStatus(303)
    const waiting = await fresh(petition)
    const own = await press(client, head, waiting, { intent: 'grant' }, '/karar')
    own.assertStatus(422)
    const twice = await press(client, tarim, waiting, NEW)
    twice.assertStatus(422)
    twice.assertTextIncludes(says('response.problems.again.replacementWaits'))
    twice.assertTextIncludes(NEW.because)
    assert.lengthOf(await db.from('answer_replacements'), 1)
  })

  test('begins with what was answered last, also after an objection', async ({ client }) => {
    const { petition, secret } = await answered()
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    await press(client, tarim, petition, NEW)
    await press(client, head, await fresh(petition), { intent: 'grant' }, '/karar')
    await objected(client, petition, secret)
    const upheld = { decision: 'upheld', letter: 'Yeniden bakılacak.' }
    const sef = await officer('sef')
    ;(await send(client, sef, await fresh(petition), 'itiraz', upheld)).assertStatus(303)
    const text = 'Yolunuz onarıldı.'
    await (await Answer.draftFor(await fresh(petition))).submit({ ...GRANTED, text }, tarim)
    await (await Answer.draftFor(await fresh(petition))).approve(head)
    const page = await client.get(`/dosya/${petition.number}/cevap-duzeltme`).loginAs(tarim)
    page.assertTextIncludes(`${text}</textarea>`)
  })

  test('goes on paper as the first one did, which stays in the house', async ({
    client,
    assert,
  }) => {
    const { petition } = await answered()
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    await press(client, tarim, petition, NEW)
    await press(client, head, await fresh(petition), { intent: 'grant' }, '/karar')
    const [counts] = await givenAnswers(petition)
    const letters = await db.from('posted_letters').orderBy('id')
    assert.deepEqual(
      letters.map(({ state }) => state),
      ['dropped', 'waiting']
    )
    assert.equal(letters[1].step_id, counts!.step.id)
  })

  test('is another unit’s or an open petition’s never', async ({ client }) => {
    const { petition } = await answered()
    const path = `/dosya/${petition.number}/cevap-duzeltme`
    const tapu = await client.get(path).loginAs(await officer('tapu'))
    tapu.assertStatus(404)
    await db.from('petitions').where('id', petition.id).update({ stage: 'inProgress' })
    const open = await press(client, await officer('tarim'), await fresh(petition), NEW)
    open.assertStatus(422)
  })
})
