import { globSync, readFileSync } from 'node:fs'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Charge, Petition } from '#intake'
import { Referral } from '#routing'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer, received, referredTo, unit } from '#tests/support/journey'

/** A look at the unit on a petition's row, in a query or in memory, past the one place that may. */
const PAST_CHARGE = /petitions\.unit_id|\b(?:petition|current|this\.petition)\.unitId\b/

test.group('Who is in charge', (group) => {
  wrapped(group)

  test('is the bureau, until a unit is charged, and then that unit', async ({ assert }) => {
    const petition = await received()
    const { bureau } = await district()
    const before = await Charge.of(petition)
    assert.isTrue(before.isWith(bureau))
    assert.isTrue(before.isOf(await officer('masa')))
    assert.isFalse(before.isOf(await officer('tarim')))

    await Referral.make(petition, await unit('TAR'), await officer('sef'))
    const after = await Charge.of(petition)
    assert.equal(after.unit.code, 'TAR')
    assert.isTrue(after.isOf(await officer('tarim')))
    assert.isTrue(after.isOf(await officer('tarim.amir')))
    assert.isFalse(after.isOf(await officer('masa')))
    assert.isFalse(after.isOf({ atUnit: null }))
  })

  test('is the bureau again when the unit has given it back', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const referral = await Referral.currentOf(petition)
    await referral.giveBack(await officer('tarim'), 'Bize ait değil.')
    assert.isTrue((await Charge.of(petition)).isWith((await district()).bureau))
  })

  test('is asked of all petitions at once, and nobody without a unit has one', async ({
    assert,
  }) => {
    const { number } = await referredTo('TAR')
    await referredTo('ORM')
    const { id } = await unit('TAR')
    const found = await Charge.ofUnit(db.from('petitions'), id).select('number')
    assert.deepEqual(found, [{ number }])
    assert.isEmpty(await Charge.ofUnit(Petition.query(), null))
  })

  test('is read in one place alone', ({ assert }) => {
    const files = globSync('app/{intake,routing,response,insight}/**/*.ts')
    assert.isAbove(files.length, 80)
    const past = files.filter((file) => PAST_CHARGE.test(readFileSync(file, 'utf8')))
    assert.deepEqual(past, ['app/intake/charge.ts'])
  })
})
