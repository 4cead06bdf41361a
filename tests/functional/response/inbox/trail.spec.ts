import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import { says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { fresh, numbersIn } from '#tests/support/inbox'
import { GRANTED, officer, referredTo, submitted } from '#tests/support/journey'

async function toward(
  client: ApiClient,
  who: Officer,
  { number }: Petition,
  liste: string,
  yon = ''
) {
  const to = await client
    .get(`/dosya/${number}/siradaki`)
    .qs({ liste, yon })
    .loginAs(who)
    .redirects(0)
  return to.header('location')
}

const DRAFT = { text: GRANTED.text, outcome: GRANTED.outcome, intent: 'submit', liste: 'open' }

test.group('Along the list from which a card was opened', (group) => {
  wrapped(group)

  test('the next and the one before are found by the address alone', async ({ client, assert }) => {
    const tarim = await officer('tarim')
    const all = [await referredTo('TAR'), await referredTo('TAR'), await referredTo('TAR')]
    const [first, second, third] = all as [Petition, Petition, Petition]
    assert.deepEqual(
      await numbersIn(client, tarim),
      all.map(({ number }) => number)
    )
    const card = (one: Petition) => `/dosya/${one.number}?liste=open`
    assert.equal(await toward(client, tarim, first, 'open'), card(second))
    assert.equal(await toward(client, tarim, third, 'open', 'geri'), card(second))
    assert.equal(await toward(client, tarim, second, 'open', 'geri'), card(first))
    const end = await toward(client, tarim, third, 'open')
    assert.equal(end, '/birim?filtre=open&bitti=1')
    const list = await client.get(end!).loginAs(tarim)
    list.assertTextIncludes(says('response.inbox.over'))
    const page = await client.get(card(second)).loginAs(tarim)
    page.assertTextIncludes(`/dosya/${second.number}/siradaki?liste=open`)
    // Of no list that there is, and of a petition that is not one's own to see.
    const nowhere = await client.get(`/dosya/${first.number}/siradaki`).loginAs(tarim)
    nowhere.assertStatus(404)
    const unseen = client.get(`/dosya/${first.number}/siradaki?liste=open`)
    ;(await unseen.loginAs(await officer('muftuluk'))).assertStatus(404)
  })

  test('urgent ones stand first, one’s own apart', async ({ client, assert }) => {
    const tarim = await officer('tarim')
    const first = await referredTo('TAR')
    const urgent = await referredTo('TAR', { text: 'Apartmanda çok kuvvetli gaz kokusu var.' })
    const mine = await referredTo('TAR')
    await send(client, tarim, await fresh(mine), 'uzerine-al')
    await send(client, tarim, await fresh(first), 'uzerine-al')
    assert.equal((await fresh(urgent)).urgency, 'atOnce')
    assert.equal(await toward(client, tarim, urgent, 'open'), `/dosya/${first.number}?liste=open`)
    assert.equal(
      await toward(client, tarim, first, 'open', 'geri'),
      `/dosya/${urgent.number}?liste=open`
    )
    const own = `/dosya/${mine.number}?liste=open.ben`
    assert.equal(await toward(client, tarim, first, 'open.ben'), own)
    assert.equal(
      await toward(client, tarim, urgent, 'open.ben'),
      `/dosya/${first.number}?liste=open.ben`
    )
  })

  test('an answer that is sent leads to the next one, the last to the list, and none from elsewhere', async ({
    client,
    assert,
  }) => {
    const tarim = await officer('tarim')
    const [first, second] = [await referredTo('TAR'), await referredTo('TAR')]
    const sent = await send(client, tarim, first, 'cevap', DRAFT)
    sent.assertStatus(303)
    assert.equal(sent.header('location'), `/dosya/${second.number}?liste=open`)
    const last = await send(client, tarim, second, 'cevap', DRAFT)
    assert.equal(last.header('location'), '/birim?filtre=open&bitti=1')
    const third = await referredTo('TAR')
    const { liste: _none, ...alone } = DRAFT
    const own = await send(client, tarim, third, 'cevap', alone)
    assert.equal(own.header('location'), `/dosya/${third.number}`)
  })

  test('a head approves one after the other; what is wrong keeps the way', async ({
    client,
    assert,
  }) => {
    const amir = await officer('tarim.amir')
    const [first, second] = [await submitted(), await submitted()]
    const approved = await send(client, amir, await fresh(first), 'onay', { liste: 'approval' })
    assert.equal(approved.header('location'), `/dosya/${second.number}?liste=approval`)
    const reason = { reason: '', liste: 'approval' }
    const refused = await send(client, amir, await fresh(second), 'duzeltme', reason)
    refused.assertStatus(422)
    refused.assertTextIncludes('name="liste" value="approval"')
    const back = { reason: 'Tarihi yazın.', liste: 'approval' }
    const sentBack = await send(client, amir, await fresh(second), 'duzeltme', back)
    assert.equal(sentBack.header('location'), '/birim?filtre=approval&bitti=1')
  })

  test('a question moves the last day, and one goes on from where the petition stood', async ({
    client,
    assert,
  }) => {
    const tarim = await officer('tarim')
    const all = [await referredTo('TAR'), await referredTo('TAR'), await referredTo('TAR')]
    const [before, first, second] = all as [Petition, Petition, Petition]
    const asked = await send(client, tarim, first, 'soru', {
      question: 'Hangi gün gördünüz?',
      liste: 'open.kimse',
    })
    const stood = `open.kimse.${first.dueOn.toISODate()}`
    assert.equal(asked.header('location'), `/dosya/${first.number}?liste=${stood}`)
    const again = await fresh(first)
    assert.isTrue(again.dueOn > first.dueOn)
    const next = `/dosya/${second.number}?liste=open.kimse`
    assert.equal(await toward(client, tarim, first, stood), next)
    assert.equal(
      await toward(client, tarim, first, stood, 'geri'),
      `/dosya/${before.number}?liste=open.kimse`
    )
    const sent = await send(client, tarim, again, 'cevap', { ...DRAFT, liste: stood })
    assert.equal(sent.header('location'), next)
    const nowhere = await toward(client, tarim, first, 'open..yarin')
    assert.equal(nowhere, `/dosya/${second.number}?liste=open`)
    // The last one stands behind its own place of before now, and is no next one.
    const asks = { question: 'Hangi gün gördünüz?', liste: 'open' }
    const last = await send(client, tarim, second, 'soru', asks)
    const from = /liste=(.+)$/.exec(last.header('location')!)![1]!
    assert.isTrue((await fresh(second)).dueOn > second.dueOn)
    assert.equal(await toward(client, tarim, second, from), '/birim?filtre=open&bitti=1')
  })

  test('words for another form keep the officer at the card', async ({ client, assert }) => {
    const tarim = await officer('tarim')
    const first = await referredTo('TAR')
    await referredTo('TAR')
    const both = { ...DRAFT, 'contact-note': 'Muhtar ile görüşülecek.' }
    const sent = await send(client, tarim, first, 'cevap', both)
    assert.equal(sent.header('location'), `/dosya/${first.number}?liste=open`)
  })
})
