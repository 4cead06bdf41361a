import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Referral } from '#routing'
import { PhoneNumber } from '#shared/typed/phone_number'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, readAtTheDesk, unit } from '#tests/support/journey'
import { details } from '#tests/support/petitions'

const ASKS = 'Kamyon hangi gün geldi?'
const PASSED = 'Kamyonun hangi gün geldiğini yazar mısınız?'

test.group('A unit asks whoever told of others', (group) => {
  wrapped(group)

  for (const phone of [null, PhoneNumber.parse('0500 012 34 56')]) {
    test(`through the house, ${phone ? 'with' : 'without'} a telephone`, async ({
      client,
      assert,
    }) => {
      const { petition, secret } = await Petition.receive(details({ kind: 'tipOff', phone }))
      await readAtTheDesk(petition)
      const [masa, tarim] = [await officer('masa'), await officer('tarim')]
      await Referral.make(petition, await unit('TAR'), masa)
      const fresh = () => Petition.findOrFail(petition.id)
      const look = { number: petition.number, secret: secret.text }

      for (let press = 0; press < 2; press++) {
        const page = await send(client, tarim, petition, 'soru', { question: ASKS, seen: '3.0' })
        page.assertStatus(303)
      }
      assert.lengthOf(await db.from('questions'), 1)
      assert.notInclude((await client.post('/sorgula').form(look)).text(), ASKS)
      const queue = (await client.get('/masa').loginAs(masa)).text()
      assert.include(queue, says('routing.queue.waits.asked'))
      const card = (await open(client, masa, petition)).text()
      assert.include(card, `${ASKS}</textarea>`)
      const empty = await send(client, masa, await fresh(), 'soru/ilet', { question: ' ' })
      empty.assertStatus(422)
      assert.include(empty.text(), says('response.problems.question.required'))
      ;(await send(client, masa, await fresh(), 'soru/ilet', { question: PASSED })).assertStatus(
        303
      )
      const told = db.from('messages').where({ petition_id: petition.id, event: 'asked' })
      // Without a telephone somebody of the desk, who knows the address, goes or writes there.
      assert.equal((await told)[0].channel, phone ? 'sms' : 'hand')

      const page = await client.post('/sorgula').form(look)
      assert.include(page.text(), PASSED)
      const [seal, token] = ['opened', 'token'].map(
        (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page.text())![1]!
      )
      const answer = { opened: seal!, token: token!, words: 'Cuma günü geldi.' }
      const done = await client.post('/sorgula/ekle').form(answer)
      done.assertStatus(200)
      assert.notInclude(done.text(), PASSED)
      assert.notInclude((await open(client, tarim, petition)).text(), 'Cuma')
      assert.include((await open(client, masa, petition)).text(), says('intake.added.answer'))
      const again = await send(client, masa, await fresh(), 'soru/ilet', { question: PASSED })
      again.assertStatus(422)
    })
  }

  test('and the bureau that answers itself asks at once', async ({ client, assert }) => {
    const { petition, secret } = await Petition.receive(details({ kind: 'tipOff' }))
    const masa = await officer('masa')
    await Referral.make(petition, await unit('AKB'), masa)
    ;(await send(client, masa, petition, 'soru', { question: ASKS })).assertStatus(303)
    const look = { number: petition.number, secret: secret.text }
    assert.include((await client.post('/sorgula').form(look)).text(), ASKS)
  })
})
