import { test } from '@japa/runner'
import { Petition } from '#intake'
import { Forwarding } from '#routing'
import { open } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, unit } from '#tests/support/journey'
import { details } from '#tests/support/petitions'

/** Whose name stands above the letter. */
const sender = (page: string) => /letter__from"[^>]*>(.*?)<\/h/s.exec(page)?.[1] ?? ''

test.group('The letter of a forwarded petition', (group) => {
  wrapped(group)

  test('is the bureau’s, for the citizen and on the card; the body only stands in it', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details())
    const [masa, body] = [await officer('masa'), await unit('BEL')]
    await Forwarding.make(petition, body, masa, { documentNumber: null, text: null })

    const typed = { number: petition.number, secret: secret.text }
    const result = await client.post('/sorgula').form(typed)
    const card = await open(client, masa, petition)
    for (const page of [result.text(), card.text()]) {
      assert.include(sender(page), 'Açık Kapı Bürosu')
      assert.notInclude(sender(page), body.name)
      assert.include(page, body.name)
    }
  })
})
