import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { leftLately } from '#organisation'
import { passHeldOn } from '#response'
import { today } from '#shared/dates/turkish_date'
import { emptied } from '#tests/support/database'
import { learnTables, sinsOf } from '#tests/support/databases/plans'
import { sentBy } from '#tests/support/databases/sent_by'
import { officer } from '#tests/support/journey'
import { manyPetitions } from '#tests/support/many_petitions'

test.group('What somebody who left had in hand', (group) => {
  emptied(group)

  test('is found along the index of hands, however many petitions there are', async ({
    assert,
  }) => {
    await manyPetitions(2500)
    await learnTables()
    const tarim = await officer('tarim')
    await db.from('officers').where('id', tarim.id).update({ left_on: today().toISODate()! })
    const sent = await sentBy(async () => {
      await leftLately()
      await passHeldOn(tarim, null)
    })
    assert.isAbove(sent.length, 2)
    for (const one of sent) assert.deepEqual(await sinsOf(one), [], one.sql)
  })
})
