import { test } from '@japa/runner'
import { Petition } from '#intake'
import { NationalId } from '../../../app/intake/national_id.ts'
import { Officer } from '#organisation'
import { PhoneNumber } from '#shared/phone_number'
import { wrapped } from '#tests/support/database'
import { details } from '#tests/support/petitions'

test.group('Searching the register', (group) => {
  wrapped(group)

  test('finds a person by number, telephone or identity number, however typed', async ({
    client,
    assert,
  }) => {
    const { petition } = await Petition.receive(
      details({
        phone: PhoneNumber.parse('0500 012 34 56'),
        nationalId: NationalId.parse('12345678950'),
      })
    )
    await Petition.receive(details({ name: 'Başka Biri' }))
    const officer = await Officer.findByOrFail('login', 'masa')
    for (const ara of [petition.shownNumber, '+90 500 012 34 56', '123 456 789 50']) {
      const page = await client.post('/kayit').loginAs(officer).withCsrfToken().form({ ara })
      page.assertStatus(200)
      assert.include(page.text(), `/dosya/${petition.number}`, ara)
      assert.notInclude(page.text(), 'Başka Biri', ara)
    }
  })

  test('finds nothing by anything else, and nothing of others', async ({ client, assert }) => {
    const { petition } = await Petition.receive(details())
    const search = async (login: string, ara: string) => {
      const officer = await Officer.findByOrFail('login', login)
      return client.post('/kayit').loginAs(officer).withCsrfToken().form({ ara })
    }
    for (const [login, ara] of [
      ['masa', "' or 1=1 --"],
      ['tarim', petition.number],
    ] as const) {
      const page = await search(login, ara)
      page.assertStatus(200)
      assert.notInclude(page.text(), '/dosya/', login)
    }
  })

  test('keeps what is searched for out of every address', async ({ client, assert }) => {
    const officer = await Officer.findByOrFail('login', 'masa')
    for (const path of ['/masa', '/kayit']) {
      const page = await client.get(path).loginAs(officer)
      const form = /<form[^>]*role="search"[^>]*>/.exec(page.text())?.[0]
      assert.match(form!, /method="post"/)
    }
  })
})
