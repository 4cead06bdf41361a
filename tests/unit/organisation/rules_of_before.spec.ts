import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import MoreClocks from '#database/migrations/139_rules_of_more_clocks'
import { Catalogue } from '#organisation'
import { emptied } from '#tests/support/database'
import { districtId } from '#tests/support/databases/district'
import { received } from '#tests/support/journey'

test.group('An installation from before every clock was a rule', (group) => {
  emptied(group)
  group.each.teardown(() => Catalogue.forget())

  test('gets the country’s new rules, keeps its own, and receives as before', async ({
    assert,
  }) => {
    const rules = () => db.from('deadline_rules').orderBy('id')
    const whole = (await rules()).length
    const run = () => new MoreClocks(db.connection(), '139_rules_of_more_clocks', false)
    const old = ['extended', 'desk', 'unit', 'look']
    await db.from('deadline_rules').whereIn('clock', old).delete()
    await db.from('deadline_rules').where('petition_kind', 'dataRequest').delete()
    const own = { authority_id: districtId(), clock: 'promise', days: 5, counted: 'calendar' }
    const words = { reason: '5 gün', reason_en: '5 days', source: 'Makam oluru' }
    await db.table('deadline_rules').insert({ ...own, ...words, rolls: true })
    try {
      await run().execDown()
    } finally {
      await run().execUp()
    }
    Catalogue.forget()
    assert.lengthOf(await rules(), whole + 1)
    const kept = await db.from('deadline_rules').where('authority_id', districtId())
    assert.equal(kept[0].days, 5)
    await received({ text: 'Evde gaz kokusu var, acil!' })
  })
})
