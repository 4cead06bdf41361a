import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Petition, PetitionNumber } from '#intake'
import { NationalId } from '#shared/typed/national_id'
import { Officer } from '#organisation'
import { blindIndex } from '#shared/keys'
import { PhoneNumber } from '#shared/typed/phone_number'
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

  test('finds a telephone whose ten digits are a petition number as well', async ({
    client,
    assert,
  }) => {
    const both = '5000000003'
    assert.equal(PetitionNumber.parse(both)?.digits, both)
    const { petition } = await Petition.receive(details({ phone: PhoneNumber.parse(both) }))
    const { petition: other } = await Petition.receive(details())
    await other.merge({ number: both }).save()
    const masa = await Officer.findByOrFail('login', 'masa')
    const page = await client.post('/kayit').loginAs(masa).withCsrfToken().form({ ara: both })
    page.assertTextIncludes(`/dosya/${petition.number}`)
    page.assertTextIncludes(`/dosya/${both}`)
  })

  test('has a way to the 31st petition of one telephone, and back', async ({ client, assert }) => {
    const phone = PhoneNumber.parse('0500 012 34 56')
    const numbers = []
    for (let i = 0; i < 31; i++) numbers.push((await Petition.receive(details({ phone }))).petition)
    const masa = await Officer.findByOrFail('login', 'masa')
    const search = async (fields: Record<string, string>) => {
      const page = await client.post('/kayit').loginAs(masa).withCsrfToken().form(fields)
      page.assertStatus(200)
      const form = /<form class="pages"[^]*?<\/form>/.exec(page.text())?.[0] ?? ''
      const found = page.text().match(/(?<=href="\/dosya\/)\d{10}(?=")/g) ?? []
      return { form, found, after: /name="sonra" value="([^"]+)"/.exec(form)?.[1] }
    }
    const first = await search({ ara: '0500 012 34 56' })
    assert.lengthOf(first.found, 30)
    assert.match(first.form, /method="post"/)
    assert.include(first.form, 'name="ara" value="0500 012 34 56"')
    const second = await search({ ara: '0500 012 34 56', sonra: first.after! })
    assert.deepEqual(second.found, [numbers[0]!.number])
    assert.isUndefined(second.after)
    assert.include(second.form, '<button')
    assert.lengthOf(new Set([...first.found, ...second.found]), 31)
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

test.group('What is kept of a search', (group) => {
  wrapped(group)

  test('is who searched, when, by what, and nothing that was typed', async ({ client, assert }) => {
    const officer = await Officer.findByOrFail('login', 'masa')
    const search = (ara: string, about = {}) =>
      client
        .post('/kayit')
        .loginAs(officer)
        .withCsrfToken()
        .form({ ara, ...about })
    for (const ara of ['12345678950', '0500 012 34 56', '+905000123456', 'Ayşe Deneme']) {
      await search(ara)
    }
    const rows = await db.from('inquiries').orderBy('id')
    assert.deepEqual(
      rows.map(({ kind, officer_id: id }) => [kind, id]),
      ['nationalId', 'paper', 'phone', 'paper', 'phone', 'paper', 'name', 'words'].map((kind) => [
        kind,
        officer.id,
      ])
    )
    assert.equal(rows[2].digest, rows[4].digest)
    const kept = JSON.stringify(rows)
    for (const typed of ['12345678950', '5000123456', 'Ayşe']) assert.notInclude(kept, typed)
    assert.notEqual(rows[0].digest, blindIndex('nationalId', '12345678950'))
  })

  test('is each page of it, also one that nobody was led to', async ({ client, assert }) => {
    const officer = await Officer.findByOrFail('login', 'masa')
    const { petition } = await Petition.receive(details())
    const page = await client
      .post('/kayit')
      .loginAs(officer)
      .withCsrfToken()
      .form({ ara: petition.number, sonra: '9999999999' })
    page.assertTextIncludes(`/dosya/${petition.number}`)
    // As a petition's number and as one of the office's own register.
    assert.lengthOf(await db.from('inquiries'), 2)
  })
})
