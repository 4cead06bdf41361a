import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import AuthoritySeeder from '#database/seeders/authority_seeder'
import NationalSeeder from '#database/seeders/national_seeder'
import { withoutDistrict } from '#tests/support/databases/empty_district'

const TABLES = [
  'holidays',
  'deadline_rules',
  'units',
  'headings',
  'subjects',
  'privacy_notices',
] as const

async function seed() {
  await new NationalSeeder(db.connection()).run()
  await new AuthoritySeeder(db.connection()).run()
}

async function counts() {
  return Promise.all(
    TABLES.map(async (table) => {
      const [row] = await db.from(table).count('* as rows')
      return [table, Number(row.rows)]
    })
  )
}

async function authority(metropolitan: boolean, kind = 'district') {
  const row = {
    code: 'test',
    kind,
    name: 'Deneme Kaymakamlığı',
    plate: '10',
    address: 'Hükümet Konağı',
    metropolitan,
  }
  await db.table('authorities').insert(row)
  return db.from('authorities').where('code', 'test').firstOrFail()
}

async function unitOf(subject: string) {
  const row = await db
    .from('subjects')
    .leftJoin('units', 'units.id', 'subjects.unit_id')
    .where('subjects.code', subject)
    .select('units.code as unit')
    .firstOrFail()
  return row.unit
}

test.group('Seeders', (group) => {
  withoutDistrict(group)

  test('name a governorate’s units as a province has them', async ({ assert }) => {
    await authority(true, 'province')
    await seed()
    const names = (await db.from('units').select('name')).map(({ name }) => name)
    assert.includeMembers(names, ['İl Tarım ve Orman Müdürlüğü', 'İl Müftülüğü', 'Defterdarlık'])
    assert.notMatch(names.join(), /İlçe|Mal Müdürlüğü/)
  })

  test('change nothing when they run a second time', async ({ assert }) => {
    await authority(true)
    await seed()
    const once = await counts()
    assert.deepEqual(Object.fromEntries(once), {
      holidays: 123,
      deadline_rules: 13,
      units: 29,
      headings: 20,
      subjects: 93,
      privacy_notices: 2,
    })

    await seed()
    assert.deepEqual(await counts(), once)
  })

  test('leave alone what an authority has corrected', async ({ assert }) => {
    const { id } = await authority(true)
    await seed()
    await db.from('units').where({ authority_id: id, code: 'BEL' }).update({ name: 'Belediyemiz' })
    await db.from('holidays').where('day', '2027-03-09').delete()
    const corrected = await counts()

    await seed()
    assert.deepEqual(await counts(), corrected)
    const unit = await db.from('units').where({ authority_id: id, code: 'BEL' }).firstOrFail()
    assert.equal(unit.name, 'Belediyemiz')
  })

  test('send village roads to the municipality in a metropolitan province', async ({ assert }) => {
    await authority(true)
    await seed()
    assert.isNull(await db.from('units').where('code', 'KHGB').first())
    assert.equal(await unitOf('yerel.koy'), 'BEL')
  })

  test('keep the union for services to villages in other provinces', async ({ assert }) => {
    await authority(false)
    await seed()
    assert.equal(await unitOf('yerel.koy'), 'KHGB')
  })

  test('know no unit for what is not the administration’s business', async ({ assert }) => {
    await authority(true)
    await seed()
    assert.isNull(await unitOf('diger.yargi'))
    assert.equal(await unitOf('sosyal.nakdi'), 'SYDV')
  })

  test('name the data controller in the privacy notice', async ({ assert }) => {
    await authority(true)
    await seed()
    for (const notice of await db.from('privacy_notices')) {
      assert.include(notice.text, 'Deneme Kaymakamlığı, Hükümet Konağı.')
      assert.notInclude(notice.text, '{')
      const other = notice.locale === 'tr' ? 'Data controller' : 'Veri sorumlusu'
      assert.notInclude(notice.text, other)
    }
  })
})
