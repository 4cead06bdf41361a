import ace from '@adonisjs/core/services/ace'
import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { DEMO_PASSWORD, DEMO_PEOPLE } from '#database/demo/people'
import { withoutDistrict } from '#tests/support/empty_district'

const run = promisify(execFile)

test.group('Demonstration', (group) => {
  withoutDistrict(group)
  group.setup(() => {
    ace.ui.switchMode('raw')
    return () => ace.ui.switchMode('normal')
  })

  test('brings a district where everybody can sign in', async ({ assert }) => {
    await ace.exec('demo:seed', [])

    const officers = await db
      .from('officers')
      .leftJoin('units', 'units.id', 'officers.unit_id')
      .select('login', 'password', 'units.code as unit')
    assert.sameMembers(
      officers.map(({ login, unit }) => `${login} ${unit}`),
      DEMO_PEOPLE.map(({ login, unit }) => `${login} ${unit}`)
    )
    assert.isTrue(await hash.verify(officers[0].password, DEMO_PASSWORD))

    const [roles] = await db.from('officer_roles').count('* as rows')
    assert.equal(Number(roles.rows), DEMO_PEOPLE.flatMap((person) => person.roles).length)
  })

  test('gives every unit that answers someone who drafts and someone who decides', async ({
    assert,
  }) => {
    await ace.exec('demo:seed', [])
    const units = await db.from('units').where('kind', 'internal').select('code')
    for (const { code } of units) {
      const roles = DEMO_PEOPLE.filter(({ unit }) => unit === code).flatMap(({ roles }) => roles)
      assert.includeMembers(roles, ['unitOfficer', 'unitHead'], code)
    }
  })

  test('adds nothing where there is an authority already', async ({ assert }) => {
    await db.table('authorities').insert({
      code: 'own',
      kind: 'district',
      name: 'Kaymakamlık',
      plate: '10',
    })
    const command = await ace.exec('demo:seed', [])
    assert.equal(command.exitCode, 0)
    command.assertLogMatches(/an authority already/)
    assert.isNull(await db.from('officers').first())
  })

  test('refuses to invent people in production', async ({ assert }) => {
    const ended = await run(process.execPath, ['ace.js', 'demo:seed'], {
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'fatal' },
    }).catch((error) => error)
    assert.equal(ended.code, 1)
    assert.include(ended.stdout + ended.stderr, 'does not run in production')
    assert.isNull(await db.from('authorities').first())
  })
})
