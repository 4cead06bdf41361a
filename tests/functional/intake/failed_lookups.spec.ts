import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import { emptied } from '#tests/support/database'
import { impatient } from '#tests/support/databases/impatient'
import { statementsOf } from '#tests/support/databases/statements'
import { details } from '#tests/support/petitions'
import { lookUp } from '../../../app/intake/look_up/look_up.ts'
import { PetitionNumber } from '../../../app/intake/petition_number.ts'
import type { Secret } from '../../../app/intake/secret/secret.ts'

/** Another petition’s. */
const wrong = async () => (await Petition.receive(details())).secret
const asked = (number: string, secret: Secret, ip: string) =>
  lookUp(PetitionNumber.parse(number)!, secret, ip)

test.group('A failed look-up', (group) => {
  emptied(group)

  test('writes once, in one statement with a commit of its own', async ({ assert }) => {
    const { petition } = await Petition.receive(details())
    const secret = await wrong()
    const { statements } = await statementsOf(() => asked(petition.number, secret, '2001:db8::1'))
    const writes = statements.filter((sql) => !/^select/i.test(sql))
    assert.lengthOf(writes, 1)
    assert.match(writes[0]!, /^insert into `rate_limits`/)
  })

  test('of a thousand at one number writes no oftener than that number may be failed at', async ({
    assert,
  }) => {
    const { petition } = await Petition.receive(details())
    const secret = await wrong()
    const { statements } = await statementsOf(async () => {
      for (let net = 0; net < 4; net++) {
        const tries = Array.from({ length: 250 }, (_, n) => `10.${net}.${n}.1`)
        await Promise.all(tries.map((ip) => asked(petition.number, secret, ip)))
      }
    })
    // Newcomers and those that failed before: 300 an hour, and one that is forgotten meanwhile.
    assert.isAtMost(statements.filter((sql) => /^insert/i.test(sql)).length, 301)
  }).timeout(60_000)

  test('keeps nobody else waiting, on MariaDB', async ({ assert, cleanup }) => {
    if (db.connection().dialect.name !== 'mysql') return
    const elsewhere = impatient({ cleanup })
    const [mine, other] = [await Petition.receive(details()), await Petition.receive(details())]
    const secret = await wrong()
    const trx = await db.beginGlobalTransaction()
    cleanup(() => trx.rollback())
    await asked(mine.petition.number, secret, '192.0.2.1')
    const opened = await elsewhere(() => asked(mine.petition.number, mine.secret, '192.0.2.2'))
    assert.property(opened, 'petition')
    const failed = await elsewhere(() => asked(other.petition.number, secret, '192.0.2.3'))
    assert.include(failed, { problem: 'unknown' })
  })
})
