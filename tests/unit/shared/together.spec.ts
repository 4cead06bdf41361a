import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { test } from '@japa/runner'
import { insert } from '#shared/database/insert'
import { Together } from '#shared/database/together'
import { isDuplicate } from '#shared/database/transaction'
import { emptied } from '#tests/support/database'
import { statementsOf } from '#tests/support/databases/statements'

/** Each puts in a row with a key of its own, unless somebody else's is given. */
const piece = (key: string) => (trx: TransactionClientContract) =>
  insert('rate_limits', { key, expire: 1 }, trx).then(() => key)

async function keys() {
  const rows: { key: string }[] = await db.from('rate_limits').orderBy('key')
  return rows.map(({ key }) => key)
}

test.group('Work that comes at once', (group) => {
  emptied(group)

  test('shares one transaction with what came while others were under way', async ({ assert }) => {
    const together = new Together()
    const all = ['a', 'b', 'c', 'd', 'e', 'f']
    const { statements, result } = await statementsOf(() =>
      Promise.all(all.map((key) => together.do(piece(key))))
    )
    const count = (word: string) => statements.filter((sql) => sql.startsWith(word)).length
    // The first two find nobody under way; the other four come meanwhile.
    assert.deepEqual([count('BEGIN'), count('COMMIT'), count('insert')], [3, 3, 6])
    assert.deepEqual(result, all)
    assert.deepEqual(await keys(), all)
  })

  test('is done by itself when one of it fails, and each once', async ({ assert }) => {
    const together = new Together()
    const all = ['a', 'b', 'c', 'd', 'a', 'e']
    const ends = await Promise.allSettled(all.map((key) => together.do(piece(key))))
    const failed = ends.filter((end) => end.status === 'rejected')
    assert.lengthOf(failed, 1)
    assert.isTrue(
      isDuplicate(failed[0]!.reason, 'PRIMARY') || isDuplicate(failed[0]!.reason, 'key')
    )
    assert.deepEqual(await keys(), ['a', 'b', 'c', 'd', 'e'])
  })

  test('writes nothing on behind a failure', async ({ assert }) => {
    const together = new Together()
    const begun: string[] = []
    const told = (key: string) => (trx: TransactionClientContract) => {
      begun.push(key)
      return piece(key)(trx)
    }
    const fails = async () => {
      begun.push('fails')
      throw new Error('it could not be done')
    }
    const works = [told('a'), told('b'), told('c'), fails, told('d')]
    await Promise.allSettled(works.map((work) => together.do(work)))
    // In one transaction up to the failure; then each by itself.
    assert.deepEqual(begun.slice(2, 4), ['c', 'fails'])
    assert.deepEqual(begun.slice(4).toSorted(), ['c', 'd', 'fails'])
    assert.deepEqual(await keys(), ['a', 'b', 'c', 'd'])
  })

  test('goes on after a failure', async ({ assert }) => {
    const together = new Together()
    const fails = () => Promise.reject(new Error('it could not be done'))
    await Promise.allSettled([1, 2, 3, 4].map(() => together.do(fails)))
    assert.equal(await together.do(piece('a')), 'a')
  })
})
