import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { districtId } from '#tests/support/databases/district'
import { onSecondDatabase } from '#tests/support/databases/second_database'
import { Indexes } from '../../../bench/filling/indexes.ts'

const [PIECE, MANY] = [400, 1_000]

test.group('A crowd that grows in pieces', () => {
  // Growing is the measurement's, on MariaDB alone.
  if (process.env.DB_CONNECTION !== 'mysql') return
  test('goes on where it was broken off, with every row and index', async ({ assert, cleanup }) => {
    const { grow, missing } = await import('../../../bench/filling/growth.ts')
    const server = await onSecondDatabase({ cleanup })
    const before = await Indexes.liftable(db.connection())
    const growing = { piece: PIECE, lifting: MANY / 2 }
    const told = (done: number) => {
      if (done === PIECE) server.kill()
    }
    await assert.rejects(() => grow(MANY, [districtId()], { ...growing, told }))
    await server.crash().catch(() => {})
    await server.start()

    assert.equal(await missing(MANY), MANY - PIECE)
    assert.isBelow((await Indexes.liftable(db.connection())).length, before.length)
    await grow(MANY, [districtId()], growing)
    const count = async (table: string) =>
      Number((await db.from(table).count('* as count'))[0].count)
    assert.equal(await count('petitions'), MANY)
    assert.equal(await count('petitioners'), MANY)
    const reckoned = await db
      .from('petitions')
      .whereNotNull('legal_reckoning_id')
      .count('* as count')
    assert.equal(Number(reckoned[0].count), MANY)
    const steps = await db.from('petitions').sum('position as steps')
    assert.equal(await count('steps'), Number(steps[0].steps))
    assert.deepEqual(await Indexes.liftable(db.connection()), before)
    assert.equal(await missing(MANY), 0)
  }).timeout(120_000)
})
