import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { LastDay, Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, received, referredTo, submitted } from '#tests/support/journey'

const phone = PhoneNumber.parse('0500 012 34 56')
const fresh = ({ id }: Petition) => Petition.findOrFail(id)
const WORDS = 'Ekibimiz salı günü yerinde inceleyecek.'

function tell(
  client: ApiClient,
  who: Officer,
  petition: Petition,
  fields: Record<string, string>,
  to = ''
) {
  const form = { version: String(petition.version), ...fields }
  const path = `/dosya/${petition.number}/ara-cevap${to}`
  return client.post(path).loginAs(who).withCsrfToken().redirects(0).form(form)
}
const messages = ({ id }: Petition) =>
  db.from('messages').where({ petition_id: id, event: 'interimAnswered' })
const stepsOf = ({ id }: Petition, kind: string) =>
  db.from('steps').where({ petition_id: id, kind })

test.group('An interim answer', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('is told at once, ends nothing and stops no clock', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { phone })
    const tarim = await officer('tarim')
    const days = await LastDay.of(petition)
    ;(await tell(client, tarim, petition, { text: WORDS })).assertStatus(303)
    const after = await fresh(petition)
    assert.equal(after.stage, 'inProgress')
    assert.isNull(after.outcome)
    assert.deepEqual(String((await LastDay.of(after)).promise?.dueOn), String(days.promise?.dueOn))
    assert.lengthOf(await messages(petition), 1)
    const [step] = await stepsOf(petition, 'interimAnswered')
    assert.equal(step.public_text, WORDS)
    const { resultOf } = await import('#intake')
    const { timeline, conclusion, letter } = await resultOf(after, 'tr')
    assert.equal(timeline.find(({ what }) => what === 'interimAnswered')?.why, WORDS)
    assert.isNull(conclusion)
    assert.isNotOk(letter)
    // The second press, or the same from a second tab.
    ;(await tell(client, tarim, petition, { text: WORDS })).assertStatus(303)
    assert.lengthOf(await messages(petition), 1)
  })

  test('waits for the head where the authority wants it', async ({ client, assert }) => {
    await db.from('authorities').update({ interim_approval: true })
    Catalogue.forget()
    const petition = await referredTo('TAR', { phone })
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    ;(await tell(client, tarim, petition, { text: WORDS })).assertStatus(303)
    assert.lengthOf(await messages(petition), 0)
    assert.lengthOf(await stepsOf(petition, 'interimSubmitted'), 1)
    const waiting = await fresh(petition)
    for (const [who, next] of [
      [tarim, 'response.inbox.next.write'],
      [head, 'response.inbox.next.interim'],
    ] as const) {
      const inbox = await client.get('/birim?filtre=open').loginAs(who)
      inbox.assertTextIncludes(says('intake.rows.interim'))
      inbox.assertTextIncludes(says(next))
    }
    const second = await tell(client, tarim, waiting, { text: 'Bir daha.' })
    second.assertStatus(422)
    second.assertTextIncludes(says('response.problems.again.waits'))
    second.assertTextIncludes('Bir daha.')
    ;(await tell(client, tarim, waiting, { intent: 'grant' }, '/karar')).assertStatus(422)
    const without = await tell(client, head, waiting, { intent: 'refuse' }, '/karar')
    without.assertStatus(422)
    without.assertTextIncludes(says('response.problems.reason.correction'))
    ;(await tell(client, head, waiting, { intent: 'grant' }, '/karar')).assertStatus(303)
    assert.lengthOf(await messages(petition), 1)
    const after = await client.get('/birim?filtre=open').loginAs(head)
    assert.notInclude(after.text(), says('intake.rows.interim'))
    ;(await tell(client, head, waiting, { intent: 'grant' }, '/karar')).assertStatus(303)
    assert.lengthOf(await messages(petition), 1)
  })

  test('is sent back by the head with a reason, and another one is written', async ({
    client,
    assert,
  }) => {
    await db.from('authorities').update({ interim_approval: true })
    Catalogue.forget()
    const petition = await referredTo('TAR')
    const [tarim, head] = [await officer('tarim'), await officer('tarim.amir')]
    await tell(client, tarim, petition, { text: WORDS })
    const refused = { intent: 'refuse', reason: 'Günü yazılsın.' }
    ;(await tell(client, head, await fresh(petition), refused, '/karar')).assertStatus(303)
    assert.lengthOf(await stepsOf(petition, 'interimSentBack'), 1)
    const path = `/dosya/${petition.number}/ara-cevap`
    ;(await client.get(path).loginAs(tarim)).assertTextIncludes('Günü yazılsın.')
    const again = await fresh(petition)
    ;(await tell(client, tarim, again, { text: 'Salı 14.00’te.' })).assertStatus(303)
    assert.lengthOf(await db.from('interim_answers'), 2)
  })

  test('needs words, is bounded, and is the unit’s in charge', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const empty = await tell(client, tarim, petition, { text: ' \u200b' })
    empty.assertStatus(422)
    empty.assertTextIncludes(says('response.problems.text.interim'))
    const long = await tell(client, tarim, petition, { text: 'a'.repeat(2001) })
    long.assertStatus(422)
    for (let time = 1; time <= 5; time++) {
      const form = { text: `${time}. bilgi` }
      ;(await tell(client, tarim, await fresh(petition), form)).assertStatus(303)
    }
    const sixth = await tell(client, tarim, await fresh(petition), { text: 'Altıncı' })
    sixth.assertStatus(422)
    sixth.assertTextIncludes(says('response.problems.again.enough', { most: 5 }))
    sixth.assertTextIncludes('Altıncı')
    const stale = await tell(client, tarim, petition, { text: 'Eski sayfa' })
    stale.assertStatus(422)
    stale.assertTextIncludes('Eski sayfa')
    const path = `/dosya/${petition.number}/ara-cevap`
    ;(await client.get(path).loginAs(await officer('kaymakam'))).assertStatus(403)
    ;(await client.get(path).loginAs(await officer('muftuluk'))).assertStatus(404)
    assert.lengthOf(await db.from('interim_answers'), 5)
  })

  test('is given while the answer waits for the head, and not before a unit has it', async ({
    client,
  }) => {
    const [waits, atDesk] = [await submitted(), await received()]
    const done = await tell(client, await officer('tarim'), waits, { text: WORDS })
    done.assertStatus(303)
    const none = await tell(client, await officer('masa'), atDesk, { text: WORDS })
    none.assertStatus(422)
    none.assertTextIncludes(says('response.problems.stage.notAllowed'))
    none.assertTextIncludes(WORDS)
  })
})
