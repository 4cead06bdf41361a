import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type { Petition } from '#intake'
import { wrapped } from '#tests/support/database'
import { fresh } from '#tests/support/inbox'
import { officer, referredTo } from '#tests/support/journey'
import { send } from '#tests/support/at_the_card'
import { onAWednesday } from '#tests/support/reminding'
import { PhoneNumber } from '#shared/typed/phone_number'

const LIST = 'open.ben.2026-12-07'
const HIDDEN = `name="liste" value="${LIST}"`
const cardOf = ({ number }: Petition) => `/dosya/${number}?liste=${LIST}`

async function pageOf(client: ApiClient, { number }: Petition, path: string) {
  const asked = client.get(`/dosya/${number}/${path}`).qs({ liste: LIST })
  return asked.loginAs(await officer('tarim'))
}

/** What stands on a page that belongs to a card: the way back, and the list in each of its forms. */
test.group('A page of a card that was opened along a list', (group) => {
  onAWednesday(group)
  wrapped(group)

  test('is reached, left and sent within the list: plans', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { phone: PhoneNumber.parse('0500 012 34 56') })
    const card = await client.get(cardOf(petition)).loginAs(await officer('tarim'))
    for (const path of ['plan', 'hazir-mesaj', 'soz']) {
      card.assertTextIncludes(`/dosya/${petition.number}/${path}?liste=${LIST}`)
      const page = await pageOf(client, petition, path)
      page.assertTextIncludes(`href="${cardOf(petition)}"`)
      page.assertTextIncludes(HIDDEN)
    }
    const tarim = await officer('tarim')
    const plan = { way: 'call', day: '9.12.2026', at: '', who: 'tarim', liste: LIST }
    const wrong = await send(client, tarim, petition, 'plan', { ...plan, day: '1.1.2020' })
    wrong.assertStatus(422)
    wrong.assertTextIncludes(HIDDEN)
    const done = await send(client, tarim, petition, 'plan', plan)
    assert.equal(done.header('location'), `/dosya/${petition.number}/plan?liste=${LIST}`)
    const after = await pageOf(client, petition, 'plan')
    assert.isAtLeast(after.text().split(HIDDEN).length - 1, 3, 'to plan, to move, to cancel')
  })

  test('is reached, left and sent within the list: promises', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const promise = { promised: 'Yol asfaltlanacak.', promiseDay: '2027-03-31', liste: LIST }
    const wrong = await send(client, tarim, petition, 'soz', { ...promise, promised: ' ' })
    wrong.assertStatus(422)
    wrong.assertTextIncludes(HIDDEN)
    const done = await send(client, tarim, petition, 'soz', promise)
    assert.equal(done.header('location'), `/dosya/${petition.number}/soz?liste=${LIST}`)
  })

  test('is sent within the list: a ready message', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { phone: PhoneNumber.parse('0500 012 34 56') })
    const page = await pageOf(client, petition, 'hazir-mesaj')
    const [, ready] = /name="ready" value="([^"]+)"/.exec(page.text())!
    const tarim = await officer('tarim')
    const form = { ready: ready!, liste: LIST }
    const done = await send(client, tarim, await fresh(petition), 'hazir-mesaj', form)
    done.assertStatus(303)
    assert.equal(done.header('location'), cardOf(petition))
  })

  test('hands on nothing that is no list', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    for (const liste of ['"><b>', 'open.' + 'x'.repeat(50), '//example.org']) {
      const asked = client.get(`/dosya/${petition.number}/plan`).qs({ liste })
      const page = await asked.loginAs(await officer('tarim'))
      page.assertStatus(200)
      assert.notInclude(page.text(), 'name="liste"')
    }
  })
})
