import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import ListsAtAnySize from '#database/migrations/023_lists_at_any_size'
import { emptied } from '#tests/support/database'
import { earlier } from '#tests/support/databases/earlier'
import { manyPetitions } from '#tests/support/many_petitions'

const migration = earlier(ListsAtAnySize, '023_lists_at_any_size')

async function indexes() {
  if (db.connection().dialect.name !== 'mysql') {
    const rows: { name: string }[] = await db
      .from('sqlite_master')
      .where('type', 'index')
      .whereNotNull('sql')
    return rows.map(({ name }) => name).toSorted()
  }
  const rows: { name: string }[] = await db
    .from('information_schema.statistics')
    .whereRaw('table_schema = database()')
    .distinct('table_name', 'index_name as name')
  return rows.map(({ name }) => name).toSorted()
}

async function readers() {
  return db.from('petition_readers').orderBy('id')
}

test.group('What lists are read along', (group) => {
  emptied(group)

  test('is filled in for petitions that are there, and taken away again', async ({ assert }) => {
    await manyPetitions(300)
    // What a later migration added is gone with it, and comes back as ordinary.
    for (const table of ['petitions', 'petition_readers']) {
      await db.from(table).update({ urgency: 'ordinary' })
    }
    const [keyed, names] = [await readers(), await indexes()]
    assert.isNotEmpty(keyed)

    await migration.down()
    const [bare] = await readers()
    assert.notProperty(bare, 'received_at')
    assert.lengthOf(await readers(), keyed.length)

    await migration.up()
    assert.deepEqual(await readers(), keyed)
    assert.deepEqual(await indexes(), names)
  })
})
