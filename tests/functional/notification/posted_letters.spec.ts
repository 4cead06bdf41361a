import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { AnswerDelivery, type Petition } from '#intake'
import { Catalogue } from '#organisation'
import { shortDate, today } from '#shared/dates/turkish_date'
import { Answer } from '#response'
import { PhoneNumber } from '#shared/typed/phone_number'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { GRANTED, officer, referredTo } from '#tests/support/journey'
import { answered } from '#tests/support/response/answered'

const DAY = shortDate(today())
const LIST = '/masa/postalanacaklar'
const phone = PhoneNumber.parse('0500 012 34 56')
const letters = ({ id }: Petition) =>
  db.from('posted_letters').where('petition_id', id).orderBy('attempt')

async function press(client: ApiClient, { number }: Petition, to: string, form = {}) {
  const masa = await officer('masa')
  const path = `/dosya/${number}/${to}`
  return client.post(path).loginAs(masa).withCsrfToken().redirects(0).form(form)
}

async function list(client: ApiClient, state = 'waiting') {
  return client.get(`${LIST}?durum=${state}`).loginAs(await officer('masa'))
}

async function waitsForHead() {
  const petition = await referredTo('TAR', { phone })
  await (await Answer.draftFor(petition)).submit(GRANTED, await officer('tarim'))
  return petition
}

test.group('An answer that goes by post', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('waits by itself where nothing else reaches its petitioner', async ({ client, assert }) => {
    const { petition } = await answered()
    const { petition: other } = await answered({ phone })
    const page = await list(client)
    page.assertTextIncludes(petition.number)
    assert.notInclude(page.text(), other.number)
    const labels = await client.get(`${LIST}/etiketler`).loginAs(await officer('masa'))
    const said = labels.text().replaceAll('\u00a0', ' ')
    for (const words of ['Ayşe Deneme', 'Zeytinli Mahallesi, Edremit', petition.shownNumber]) {
      assert.include(said, words)
    }
    assert.isNotEmpty(await db.from('views').where('petition_id', petition.id))
  })

  test('is posted, and reaches them on the day of its slip', async ({ client, assert }) => {
    const { petition, step } = await answered()
    const [letter] = await letters(petition)
    const at = `mektuplar/${letter.id}`
    const bad = await press(client, petition, at, { day: '1.1.2020', tracking: 'ş' })
    bad.assertStatus(422)
    bad.assertTextIncludes(says('notification.problems.day.early'))
    bad.assertTextIncludes(says('notification.problems.tracking.format'))
    const tracking = 'RR123456785TR'
    ;(await press(client, petition, at, { day: DAY, tracking })).assertStatus(303)
    // Nobody has to be told in another way.
    const tasks = await db.from('messages').whereNotNull('missed_at').where('channel', 'hand')
    assert.isEmpty(tasks)
    ;(await list(client, 'posted')).assertTextIncludes(petition.number)
    // A second press, or somebody else's.
    ;(await press(client, petition, at, { day: DAY, tracking })).assertStatus(422)
    const arrived = { state: 'posted', day: DAY }
    ;(await press(client, petition, `${at}/ulasti`, arrived)).assertStatus(303)
    const [delivery] = await AnswerDelivery.of(step.id)
    assert.deepInclude(delivery!.serialize(), { way: 'post', reachedOn: today().toISODate() })
    assert.notInclude((await list(client, 'posted')).text(), petition.number)
  })

  test('comes back, and goes to another address or through the muhtar', async ({
    client,
    assert,
  }) => {
    const { petition, step } = await answered()
    const [first] = await letters(petition)
    await press(client, petition, `mektuplar/${first.id}`, { day: DAY })
    const back = { state: 'posted', day: DAY, fault: 'moved', next: 'address' }
    const without = await press(client, petition, `mektuplar/${first.id}/geri-geldi`, back)
    without.assertStatus(422)
    without.assertTextIncludes(says('notification.problems.address.required'))
    const address = 'Akçay Mahallesi, Edremit'
    await press(client, petition, `mektuplar/${first.id}/geri-geldi`, { ...back, address })
    const [returned, second] = await letters(petition)
    assert.deepInclude(returned, { state: 'returned', fault: 'moved' })
    assert.deepInclude(second, { state: 'waiting', way: 'post', attempt: 2 })
    assert.notInclude(JSON.stringify(second), 'Akçay')
    const labels = await client.get(`${LIST}/etiketler`).loginAs(await officer('masa'))
    labels.assertTextIncludes(address)
    const again = { state: 'waiting', day: DAY, fault: 'absent', next: 'headman' }
    await press(client, petition, `mektuplar/${second.id}/geri-geldi`, again)
    const third = (await letters(petition)).at(-1)
    const arrived = { state: 'waiting', day: DAY }
    await press(client, petition, `mektuplar/${third.id}/ulasti`, arrived)
    const [delivery] = await AnswerDelivery.of(step.id)
    assert.equal(delivery?.way, 'headman')
  })

  test('is asked for by whoever has a telephone too, once', async ({ client, assert }) => {
    const { petition } = await answered({ phone })
    assert.isEmpty(await letters(petition))
    ;(await press(client, petition, 'mektuplar')).assertStatus(303)
    const twice = await press(client, petition, 'mektuplar')
    twice.assertStatus(422)
    twice.assertTextIncludes(says('notification.problems.letter.open'))
    const [letter] = await letters(petition)
    await press(client, petition, `mektuplar/${letter.id}/gerek-yok`)
    assert.equal((await letters(petition))[0].state, 'dropped')
    ;(await press(client, petition, 'mektuplar')).assertStatus(303)
    assert.lengthOf(await letters(petition), 2)
  })

  test('is handed over at the desk, against a signature', async ({ client, assert }) => {
    const { petition, step } = await answered({ phone })
    ;(await press(client, petition, 'ulasma', { day: '31.12.2099' })).assertStatus(422)
    ;(await press(client, petition, 'ulasma', { day: DAY })).assertStatus(303)
    const [delivery] = await AnswerDelivery.of(step.id)
    assert.equal(delivery?.way, 'counter')
    const page = await client.get(`/dosya/${petition.number}/ulasma`).loginAs(await officer('masa'))
    page.assertTextIncludes(says('intake.delivery.ways.counter'))
  })

  test('is wished for at the desk before there is one, and then waits by itself', async ({
    client,
    assert,
  }) => {
    const petition = await waitsForHead()
    ;(await press(client, petition, 'kagit-istegi')).assertStatus(303)
    ;(await press(client, petition, 'kagit-istegi')).assertStatus(303)
    assert.lengthOf(await db.from('paper_wishes'), 1)
    const path = `/dosya/${petition.number}/ulasma`
    const page = await client.get(path).loginAs(await officer('masa'))
    page.assertTextIncludes(says('notification.post.wished'))
    await (await Answer.draftFor(petition)).approve(await officer('tarim.amir'))
    const [letter] = await letters(petition)
    assert.deepInclude(letter, { state: 'waiting', way: 'post', attempt: 1 })
    // Its petitioner has a text all the same, and what is wished for now is a letter.
    const told = db.from('messages').where({ petition_id: petition.id, event: 'concluded' })
    assert.isNotEmpty(await told.where('channel', 'sms'))
    ;(await press(client, petition, 'kagit-istegi')).assertStatus(422)
  })

  test('is not wished for any more, and stays in the house', async ({ client, assert }) => {
    const petition = await waitsForHead()
    await press(client, petition, 'kagit-istegi')
    ;(await press(client, petition, 'kagit-istegi/kaldir')).assertStatus(303)
    await (await Answer.draftFor(petition)).approve(await officer('tarim.amir'))
    assert.isEmpty(await letters(petition))
  })
})
