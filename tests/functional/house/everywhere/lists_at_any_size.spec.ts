import router from '@adonisjs/core/services/router'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { beginRecount, Tallying } from '#insight'
import { Catalogue } from '#organisation'
import { emptied, wrapped } from '#tests/support/database'
import { Crowd } from '#tests/support/databases/crowd/crowd'
import { manyAssignments } from '#tests/support/databases/many_assignments'
import { manyLooks } from '#tests/support/databases/many_looks'
import { manyMails } from '#tests/support/databases/many_mails'
import { publicDay } from '#tests/support/databases/public_day'
import { manyTickets } from '#tests/support/databases/many_tickets'
import { manyPostings } from '#tests/support/databases/many_postings'
import { manyRepresentatives } from '#tests/support/databases/many_representatives'
import { manyUnitQuestions } from '#tests/support/databases/many_unit_questions'
import { manySittings } from '#tests/support/databases/many_sittings'
import { manyStrikings } from '#tests/support/databases/many_strikings'
import { district, districtId, districtsBelow } from '#tests/support/databases/district'
import { newOfficer, officer } from '#tests/support/journey'
import { ListWalk } from '#tests/support/walks/list_walk'
import { DIMENSIONS, LISTS } from '#tests/support/walks/lists'
import { unpainted } from '#tests/support/walks/unpainted'

const PETITIONS = 10_000
const FILLED = [
  'petitions',
  'petitioners',
  'representatives',
  'petition_readers',
  'steps',
  'messages',
  'calls',
  'tallies',
  'views',
  'inquiries',
  'strikings',
  'draft_sittings',
  'unit_questions',
  'mails',
  'queue_tickets',
  'queue_tallies',
  'search_postings',
  'search_spellings',
  'forwardings',
]

/** Forms whose answer is a list. */
const SEARCHES = ['searches.store', 'desk_people.store']

/** Pages behind the sign-in that are opened, and those forms. */
function pagesOfStaff() {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ middleware }) =>
      [...middleware.all()].some((one) => (one as { name?: string }).name === 'staff')
    )
    .filter(({ name, methods }) => methods.includes('GET') || SEARCHES.includes(name!))
    .map(({ name }) => name!)
}

async function filled(below: readonly number[] = []) {
  await Crowd.gather(PETITIONS, districtId(), below)
  await manyRepresentatives()
  await manyPostings()
  await manyLooks()
  await manyStrikings()
  await manySittings()
  await manyUnitQuestions()
  await manyAssignments()
  await manyMails()
  await db.from('authorities').where('id', districtId()).update({ calls_numbers: true })
  for (let days = 0; days < 150; days++) await publicDay(days === 0 ? 60 : 8, days)
  for (let ago = 0; ago < 10; ago++) await manyTickets(districtId(), 999, ago)
  if (below.length > 0) {
    await beginRecount()
    await new Tallying({ error() {} }, 0).round()
  }
  const onMysql = db.connection().dialect.name === 'mysql'
  if (onMysql) await db.rawQuery(`analyze table ${FILLED.join(', ')}`)
  Catalogue.forget()
  await district()
  return onMysql
}

test.group('The catalogue of lists', (group) => {
  wrapped(group)

  test('has a line for every page behind the sign-in', ({ assert }) => {
    assert.sameMembers(Object.keys(LISTS), pagesOfStaff())
  })

  test('narrows the register by everything that it can be narrowed by', async ({ assert }) => {
    const { filter } = await unpainted(await officer('sef'), { path: '/kayit' })
    assert.sameMembers(Object.keys(filter!), DIMENSIONS)
  })
})

test.group('Every list', (group) => {
  emptied(group)

  test('costs the same however much has piled up, whoever asks for what', async ({
    client,
    assert,
  }) => {
    const onMysql = await filled()
    const walk = await ListWalk.begin()
    await walk.all()
    console.log(`  ${walk.summary}`)
    assert.isAbove(walk.pages.length, 1000)
    if (onMysql) assert.isAbove(walk.mostRead, 100, 'rows are counted')
    assert.isEmpty(walk.failures, [walk.summary, ...walk.failures].join('\n'))

    const everybody = await newOfficer('hepsi', 'AKB', ['bureauChief', 'manager', 'it'])
    for (const { path, form } of walk.firstOfEach()) {
      const asked = form ? client.post(path).withCsrfToken().form(form) : client.get(path)
      const answer = await asked.loginAs(everybody).redirects(0)
      assert.oneOf(answer.status(), [200, 302, 303, 403, 404, 410], path)
    }
  }).timeout(600_000)
  test('costs no more for who manages a governorate with twelve districts', async ({ assert }) => {
    const below = await districtsBelow(12)
    const onMysql = await filled(below)
    const walk = await ListWalk.begin(['manager', 'managerOfUnit', 'managerAndChief'])
    await walk.all()
    console.log(`  ${walk.summary}`)
    assert.isAbove(walk.pages.length, 500)
    if (onMysql) assert.isAbove(walk.mostRead, 100, 'rows are counted')
    assert.isEmpty(walk.failures, [walk.summary, ...walk.failures].join('\n'))
  }).timeout(600_000)
})
