import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import { manyWaves } from '#tests/support/databases/many_waves'
import { learnTables, sinsOf } from '#tests/support/databases/plans'
import { sentBy } from '#tests/support/databases/sent_by'
import { officer } from '#tests/support/journey'
import { manyPetitions } from '#tests/support/many_petitions'
import { Wave } from '../../../../app/response/models/wave.ts'
import { WaveAnswer } from '../../../../app/response/models/wave_answer.ts'
import { lastToOthers } from '../../../../app/response/waves/checking/last_to_others.ts'
import { givenOf } from '../../../../app/response/waves/shown/given_of.ts'
import { wavesOf } from '../../../../app/response/waves/shown/waves_of.ts'
import { wavePage } from '../../../../app/response/waves/wave_page.ts'

test.group('Waves', (group) => {
  emptied(group)

  test('are listed, shown and given along indexes, however many there are', async ({ assert }) => {
    await manyPetitions(2500)
    const id = await manyWaves()
    if (db.connection().dialect.name === 'mysql') {
      const tables = 'petitions, waves, wave_members, wave_answers, wave_works, wave_stops'
      await db.rawQuery(`analyze table ${tables}`)
    }
    await learnTables()
    const wave = await Wave.findOrFail(id)
    const [tarim, amir, sef] = [
      await officer('tarim'),
      await officer('tarim.amir'),
      await officer('sef'),
    ]
    const sent = await sentBy(async () => {
      for (const who of [tarim, amir, sef]) {
        await wavesOf(who)
        await wavePage(wave, who)
      }
      const given = await givenOf(wave, amir)
      assert.isAbove(given.progress!.answered, 0)
      assert.isTrue(given.progress!.mayStop)
      await WaveAnswer.underWay()
      await lastToOthers(wave, tarim)
    })
    assert.isAbove(sent.length, 15)
    for (const one of sent) assert.deepEqual(await sinsOf(one), [], one.sql)
  })
})
