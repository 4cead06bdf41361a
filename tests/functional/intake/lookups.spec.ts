import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { createHash } from 'node:crypto'
import { Petition, PetitionNumber, Secret } from '#intake'
import { Officer } from '#organisation'
import { transaction } from '#shared/database/transaction'
import { district } from '#tests/support/databases/district'
import { lookUp } from '../../../app/intake/look_up/look_up.ts'
import { wrapped } from '#tests/support/database'
import { details } from '#tests/support/petitions'

test.group('A citizen asks what became of it', (group) => {
  wrapped(group)

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
    const unit = (await district()).unitByCode('TAR')!
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
    for (let tries = 0; tries < 100; tries++) {
      await client.post('/sorgula').form(guess())
      if (tries === 75) {
        const page = await client.post('/sorgula').form({ number: own.number, secret: secret.text })
        page.assertStatus(200)
      }
    }
    const page = await client.post('/sorgula').form(guess())
    page.assertStatus(429)
  })

  test('tries no more of two thousand codes that come together than one after the other', async ({
    assert,
  }) => {
    const { petition } = await Petition.receive(details())
    const number = PetitionNumber.parse(petition.number)!
    const guesses = Array.from({ length: 2000 }, () => lookUp(number, Secret.draw(), '192.0.2.7'))
    const answers = await Promise.all(guesses)
    const made = answers.filter((answer) => 'problem' in answer && answer.problem === 'unknown')
    assert.lengthOf(made, 10)
  })

  test('makes nobody wait behind an operator’s address, where hundreds ask at once', async ({
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details())
    const number = PetitionNumber.parse(petition.number)!
    const asked = Array.from({ length: 300 }, () => lookUp(number, secret, '192.0.2.7'))
    const answers = await Promise.all(asked)
    assert.isTrue(answers.every((answer) => 'petition' in answer))
  })

  test('lets the owner in from another address while strangers guess at the number', async ({
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details())
    const number = PetitionNumber.parse(petition.number)!
    for (let place = 0; place < 20; place++) {
      for (let tries = 0; tries < 15; tries++) {
        await lookUp(number, Secret.draw(), `198.51.100.${place}`)
      }
    }
    const mistyped = await lookUp(number, Secret.draw(), '192.0.2.7')
    assert.include(mistyped, { problem: 'unknown' })
    const owner = await lookUp(number, secret, '192.0.2.7')
    assert.property(owner, 'petition')
  })

  test('bounds guessing at one number from however many addresses', async ({ assert }) => {
    const { petition } = await Petition.receive(details())
    const number = PetitionNumber.parse(petition.number)!
    const from = (at: number) => `10.${at >> 8}.${at & 255}.1`
    const answers = await Promise.all(
      Array.from({ length: 600 }, (_, at) => lookUp(number, Secret.draw(), from(at)))
    )
    const made = answers.filter((answer) => 'problem' in answer && answer.problem === 'unknown')
    assert.lengthOf(made, 200)
    const networks = Array.from({ length: 20 }, (_, at) => `2001:db8:1:${at.toString(16)}::1`)
    const one = await Petition.receive(details())
    const its = PetitionNumber.parse(one.petition.number)!
    for (let turn = 0; turn < 10; turn++) {
      await Promise.all(networks.map((ip) => lookUp(its, Secret.draw(), ip)))
    }
    const limited = await lookUp(its, Secret.draw(), networks[0]!)
    assert.include(limited, { problem: 'tooMany' }, 'a data centre is one guesser')
  })

  test('takes the networks that one machine has for a crowd, and no more', async ({ assert }) => {
    const { petition, secret } = await Petition.receive(details())
    const number = PetitionNumber.parse(petition.number)!
    const from = (at: number) => `2001:db8:2:${at.toString(16)}::1`
    const lots = Array.from({ length: 1_100 }, () => PetitionNumber.draw(2026))
    const answers = await Promise.all(lots.map((of, at) => lookUp(of, Secret.draw(), from(at))))
    const refused = answers.filter((answer) => 'problem' in answer && answer.problem === 'tooMany')
    assert.isNotEmpty(refused)
    assert.isAtMost(refused.length, 100, 'a crowd passes')
    assert.property(await lookUp(number, secret, '2001:db8:3::1'), 'petition')
  })

  test('keeps nothing in its counters that names a number or an address', async ({ assert }) => {
    const { petition } = await Petition.receive(details())
    await lookUp(PetitionNumber.parse(petition.number)!, Secret.draw(), '192.0.2.7')
    const kept = await db.from('rate_limits')
    assert.lengthOf(kept, 4)
    const plain = createHash('sha256').update('look-up:from:192.0.2.7').digest('hex')
    for (const { key } of kept) {
      assert.match(key, /^[0-9a-f]{64}$/)
      assert.notEqual(key, plain, 'with a key of the house')
    }
  })

  test('asks the database one thing more, and writes nothing, when the code is right', async ({
    assert,
  }) => {
    const { petition, secret } = await Petition.receive(details())
    const statements: string[] = []
    const hear = (query: { sql: string }) => statements.push(query.sql)
    db.connection().getReadClient().on('query', hear)
    await lookUp(PetitionNumber.parse(petition.number)!, secret, '192.0.2.7')
    db.connection().getReadClient().off('query', hear)
    assert.lengthOf(statements, 2)
    assert.isTrue(statements.every((sql) => /^select/i.test(sql)))
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
