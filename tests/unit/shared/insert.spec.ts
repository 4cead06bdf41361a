import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { insert } from '#shared/database/insert'
import { isDuplicate, transaction } from '#shared/database/transaction'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { statementsOf } from '#tests/support/databases/statements'

async function heading(position: number, name = 'Su') {
  const { authority } = await district()
  return { authority_id: authority.id, position, name }
}

test.group('A prepared insert', (group) => {
  wrapped(group)

  test('keeps words to the letter, what is true, and what is not there', async ({ assert }) => {
    const name = `“Çeşme” \\ 'su' ? ?? :name 🚰\n`
    const row = { ...(await heading(901, name)), office_only: true, name_en: null }
    const kept = await transaction(async (trx) => {
      const id = await insert('headings', row, trx)
      return trx.from('headings').where('id', id).firstOrFail()
    })
    assert.containsSubset(kept, { name, position: 901, office_only: 1, name_en: null })
  })

  test('leaves to the table what is not said', async ({ assert }) => {
    const row = { ...(await heading(902)), office_only: undefined }
    const kept = await transaction(async (trx) => {
      const id = await insert('headings', row, trx)
      return trx.from('headings').where('id', id).firstOrFail()
    })
    assert.equal(kept.office_only, 0)
  })

  test('is one statement for several rows, and one that listeners hear', async ({ assert }) => {
    const rows = [await heading(903), await heading(904), await heading(905)]
    const work = () => transaction((trx) => insert('headings', rows, trx))
    const { statements } = await statementsOf(work)
    assert.lengthOf(
      statements.filter((sql) => /^insert into .headings/.test(sql)),
      1
    )
    const kept = await transaction((trx) =>
      trx.from('headings').whereBetween('position', [903, 905])
    )
    assert.lengthOf(kept, 3)
  })

  test('is none after its transaction', async ({ assert }) => {
    const row = await heading(907)
    for (const end of ['commit', 'rollback'] as const) {
      const trx = await db.transaction()
      await trx[end]()
      await assert.rejects(() => insert('headings', row, trx), /The transaction is over/)
    }
    assert.lengthOf(await db.from('headings').where('position', 907), 0)
  })

  test('that fails is heard as any other one', async ({ assert, cleanup }) => {
    const row = await heading(908)
    const heard: unknown[] = []
    const client = db.connection().getReadClient()
    const hear = (error: unknown, { sql }: { sql: string }) => void heard.push([error, sql])
    client.on('query-error', hear)
    cleanup(() => void client.off('query-error', hear))
    const error = await transaction((trx) => insert('headings', [row, row], trx)).catch(
      (thrown: unknown) => thrown
    )
    assert.lengthOf(heard, 1)
    const [[said, sql]] = heard as [[unknown, string]]
    assert.strictEqual(said, error)
    assert.match(sql, /^insert into .headings/)
  })

  test('says which key was taken, and nothing is kept', async ({ assert }) => {
    const row = await heading(906, 'for key subjects')
    const twice = () => transaction((trx) => insert('headings', [row, row], trx))
    const error = await twice().then(
      () => null,
      (thrown: unknown) => thrown
    )
    assert.isTrue(isDuplicate(error, 'position'))
    assert.isFalse(isDuplicate(error, 'subjects'))
    const kept = await transaction((trx) => trx.from('headings').where('position', 906))
    assert.lengthOf(kept, 0)
  })
})
