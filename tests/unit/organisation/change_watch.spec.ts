import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Catalogue, ChangeWatch, noteChange } from '#organisation'
import { transaction } from '#shared/database/transaction'
import { emptied } from '#tests/support/database'
import { district, districtId } from '#tests/support/databases/district'

test.group('A process that idles', (group) => {
  emptied(group)
  group.each.teardown(() => Catalogue.forget())

  test('hears of what another one has changed before anybody asks it', async ({ assert }) => {
    const watch = new ChangeWatch()
    await watch.look()
    const held = await district()
    const { id } = held.bureau
    await db.from('units').where({ id }).update({ short_name: 'Yeni ad' })
    await watch.look()
    assert.equal((await district()).bureau.shortName, held.bureau.shortName)
    const what = { thing: 'unit' as const, thingId: id, name: 'Yeni ad', sort: 'amended' as const }
    await transaction((trx) => noteChange({ authorityId: districtId(), ...what }, null, trx))
    await watch.look()
    assert.equal((await district()).bureau.shortName, 'Yeni ad')
  })
})
