import db from '@adonisjs/lucid/services/db'
import limiter from '@adonisjs/limiter/services/main'
import { test } from '@japa/runner'
import { Petition, PetitionNumber, Secret } from '#intake'
import { Catalogue, Officer } from '#organisation'
import { transaction } from '#shared/transaction'
import { wrapped } from '#tests/support/database'
import { details } from '#tests/support/petitions'

test.group('A citizen asks what became of it', (group) => {
  wrapped(group)
  group.each.setup(() => limiter.clear())

  test('reads who has it and until when, and may type as people type', async ({
    client,
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details())
    const typed = {
      number: petition.shownNumber,
      secret: ` ${secret.text.slice(0, 3).toLowerCase()} ${secret.text.slice(3)} `,
    }
    const page = await client.post('/sorgula').form(typed)
    page.assertStatus(200)
    assert.include(page.text(), 'Açık Kapı bürosunda')
    assert.include(page.text(), 'Köyümüzün yolu çok bozuk')
    assert.equal(page.header('cache-control'), 'no-store')
  })

  test('reads the answer when it is concluded', async ({ client, assert }) => {
    const { petition, secret } = await Petition.receive(details())
    const officer = await Officer.findByOrFail('login', 'tarim.amir')
    const unit = (await Catalogue.current()).unitByCode('TAR')!
    await transaction((trx) => petition.refer(unit, { officer }, trx))
    const answer = 'Yolunuz 5 Aralık haftasında onarılacaktır.'
    await transaction((trx) => petition.conclude('granted', answer, { officer, unit }, trx))
    const page = await client
      .post('/sorgula')
      .form({ number: petition.number, secret: secret.text })
    assert.include(page.text(), answer)
    assert.include(page.text(), 'data-outcome="granted"')
    assert.include(page.text(), unit.name)
  })

  test('says the same of a wrong code and of an unknown number, with the same work', async ({
    client,
    assert,
  }) => {
    const { petition } = await Petition.receive(details())
    const wrong = { number: petition.number, secret: Secret.draw().text }
    const unknown = { number: PetitionNumber.draw(2026).digits, secret: Secret.draw().text }
    const work: string[][] = []
    const answers = []
    for (const typed of [wrong, unknown]) {
      const statements: string[] = []
      const hear = (query: { sql: string }) => statements.push(query.sql)
      db.connection().getReadClient().on('query', hear)
      const page = await client.post('/sorgula').form(typed)
      db.connection().getReadClient().off('query', hear)
      page.assertStatus(404)
      answers.push(
        page
          .text()
          .replaceAll(typed.number, 'NUMBER')
          .replaceAll(PetitionNumber.parse(typed.number)!.shown, 'NUMBER')
      )
      work.push(statements)
    }
    assert.equal(answers[0], answers[1])
    assert.isAbove(work[0]!.length, 0)
    assert.deepEqual(work[0], work[1])
  })

  test('makes guessers of one number wait', async ({ client }) => {
    const { petition, secret } = await Petition.receive(details())
    for (let tries = 0; tries < 11; tries++) {
      await client.post('/sorgula').form({ number: petition.number, secret: Secret.draw().text })
    }
    const page = await client
      .post('/sorgula')
      .form({ number: petition.number, secret: secret.text })
    page.assertStatus(429)
    const { petition: other, secret: its } = await Petition.receive(details())
    const fine = await client.post('/sorgula').form({ number: other.number, secret: its.text })
    fine.assertStatus(200)
  })

  test('lets nobody guess on who knows one code', async ({ client }) => {
    const { petition: own, secret } = await Petition.receive(details())
    const guess = () => ({ number: PetitionNumber.draw(2026).digits, secret: Secret.draw().text })
    for (let tries = 0; tries < 20; tries++) {
      await client.post('/sorgula').form(guess())
      if (tries === 15) {
        const page = await client.post('/sorgula').form({ number: own.number, secret: secret.text })
        page.assertStatus(200)
      }
    }
    const page = await client.post('/sorgula').form(guess())
    page.assertStatus(429)
  })

  test('opens as often as somebody asks who has the code', async ({ client }) => {
    const { petition, secret } = await Petition.receive(details())
    for (let times = 0; times < 12; times++) {
      const page = await client
        .post('/sorgula')
        .form({ number: petition.number, secret: secret.text })
      page.assertStatus(200)
    }
  })

  test('says which of the two is mistyped, and keeps the number', async ({ client, assert }) => {
    const page = await client.post('/sorgula').form({ number: '26 0481 2076', secret: 'K7' })
    page.assertStatus(422)
    assert.include(page.text(), '26 0481 2076')
    assert.equal(page.text().match(/aria-invalid="true"/g)?.length, 2)
  })
})
