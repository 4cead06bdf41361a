import ace from '@adonisjs/core/services/ace'
import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime, Settings } from 'luxon'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { seedPetitionsBeside } from '#database/demo/beside'
import { seedDistrict } from '#database/demo/district'
import { DEMO_PASSWORD } from '#config/demonstration'
import { DEMO_PEOPLE } from '#database/demo/people'
import { Petitioner } from '#intake'
import { stamp } from '#shared/dates/stored'
import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'
import { withoutDistrict } from '#tests/support/databases/empty_district'

const run = promisify(execFile)

const TABLES_OF_A_PETITION = ['messages', 'petition_readers', 'petitioners', 'deadlines', 'steps']

async function counted(table: string, column: string) {
  const rows = await db.from(table).select(column).count('* as rows').groupBy(column)
  return Object.fromEntries(rows.map((row) => [String(row[column]), Number(row.rows)]))
}

test.group('Demonstration', (group) => {
  withoutDistrict(group)
  group.setup(() => {
    ace.ui.switchMode('raw')
    return () => ace.ui.switchMode('normal')
  })

  test('brings a district where everybody can sign in', async ({ assert }) => {
    await seedDistrict()
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
    await seedDistrict()
    const units = await db.from('units').where('kind', 'internal').select('code')
    assert.isNotEmpty(units)
    for (const { code } of units) {
      const roles = DEMO_PEOPLE.filter(({ unit }) => unit === code).flatMap(
        (person) => person.roles
      )
      assert.includeMembers(roles, ['unitOfficer', 'unitHead'], code)
    }
  })

  test('shows petitions at every stage, some of them late, none in the future', async ({
    assert,
  }) => {
    const clock = Settings.now
    const command = await ace.exec('demo:seed', [])
    assert.equal(command.exitCode, 0)
    assert.equal(Settings.now, clock)

    const stages = await counted('petitions', 'stage')
    assert.isAtLeast(stages.concluded!, 80)
    for (const stage of ['received', 'returned', 'routed', 'inProgress', 'awaitingApproval']) {
      assert.isAtLeast(stages[stage] ?? 0, 2, stage)
    }
    const outcomes = await counted('petitions', 'outcome')
    for (const outcome of ['granted', 'informed', 'refused', 'forwarded', 'inadmissible']) {
      assert.isAtLeast(outcomes[outcome] ?? 0, 2, outcome)
    }
    const today = DateTime.now().toISODate()
    const open = db.from('petitions').whereNot('stage', 'concluded')
    assert.isNotEmpty(await open.where('due_on', '<', today).select('id'))

    const tomorrow = stamp(DateTime.utc().plus({ seconds: 1 }))
    assert.isEmpty(await db.from('steps').where('taken_at', '>', tomorrow).select('id'))
    // What is handed over is no message that anything delivers.
    const carried = await db.from('messages').whereNot('channel', 'hand').distinct('state')
    assert.deepEqual(carried, [{ state: 'delivered' }])
  }).timeout(60_000)

  test('invents everybody who brings a petition', async ({ assert }) => {
    await ace.exec('demo:seed', [])
    const petitioners = await Petitioner.all()
    assert.isAtLeast(petitioners.length, 115)
    for (const { phone, nationalId, email } of petitioners) {
      if (phone) assert.isTrue(PhoneNumber.parse(phone)!.isTraining, phone)
      if (nationalId) assert.equal(NationalId.parse(nationalId)!.digits, '12345678950')
      assert.isNull(email)
    }
  }).timeout(60_000)

  test('brings a province around it when it is asked for', async ({ assert }) => {
    const command = await ace.exec('demo:seed', ['--no-petitions', '--il'])
    assert.equal(command.exitCode, 0)
    const offices = await db.from('authorities').orderBy('id')
    const [edremit, balikesir, ...districts] = offices
    assert.equal(balikesir.kind, 'province')
    assert.lengthOf(districts, 3)
    for (const { parent_id: parent } of [edremit, ...districts]) assert.equal(parent, balikesir.id)
    for (const { id } of offices) {
      const roles = await db
        .from('officer_roles')
        .join('officers', 'officers.id', 'officer_roles.officer_id')
        .where('officers.authority_id', id)
        .distinct('role')
      assert.isAtLeast(roles.length, 6)
    }
  })

  test('lets petitions go from one authority of the province to another', async ({ assert }) => {
    await ace.exec('demo:seed', ['--no-petitions', '--il'])
    await seedPetitionsBeside()
    const authorities = await db.from('petitions').distinct('authority_id')
    assert.lengthOf(authorities, 4 + 1)
    const handed = await db
      .from('petitions')
      .whereIn('id', db.from('handovers').select('petition_id'))
      .select('id', 'stage', 'outcome', 'due_on', 'received_at')
    const stages = handed.map(({ stage }) => stage)
    const wanted = ['received', 'returned', 'inProgress', 'awaitingApproval', 'concluded']
    assert.includeMembers(stages, wanted)
    assert.lengthOf(await db.from('handovers').where('given_back', true), 1)
    const tomorrow = stamp(DateTime.utc().plus({ seconds: 1 }))
    assert.isEmpty(await db.from('steps').where('taken_at', '>', tomorrow).select('id'))
    assert.isEmpty(
      await db.from('messages').whereNot('channel', 'hand').whereNot('state', 'delivered')
    )
  }).timeout(60_000)

  test('goes on with a province that was broken off, and builds one around a district', async ({
    assert,
  }) => {
    await seedDistrict()
    assert.equal((await ace.exec('demo:seed', ['--il'])).exitCode, 0)
    const all = await counted('petitions', 'authority_id')
    const numbers = (await db.from('petitions').select('id')).map(({ id }) => id)
    await db.from('tallies').delete()
    const waiting = await db.from('petitions').where('stage', 'received').orderBy('id', 'desc')
    for (const table of TABLES_OF_A_PETITION) {
      await db.from(table).where('petition_id', waiting[0].id).delete()
    }
    await db.from('petitions').where('id', waiting[0].id).delete()
    assert.equal((await ace.exec('demo:seed', ['--il'])).exitCode, 0)
    assert.deepEqual(await counted('petitions', 'authority_id'), all)
    assert.lengthOf(await db.from('petitions').whereNotIn('id', numbers), 1)
    assert.lengthOf(await db.from('authorities'), 5)
  }).timeout(60_000)

  test('adds nothing where there is an authority already', async ({ assert }) => {
    await db.table('authorities').insert({
      code: 'own',
      kind: 'district',
      name: 'Kaymakamlık',
      plate: '10',
    })
    for (const asked of [[], ['--il']]) {
      const command = await ace.exec('demo:seed', asked)
      assert.equal(command.exitCode, 0)
      command.assertLogMatches(/an authority already/)
    }
    assert.lengthOf(await db.from('authorities'), 1)
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
