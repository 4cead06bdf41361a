import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Catalogue } from '#organisation'
import { Crowd } from '#tests/support/databases/crowd/crowd'
import { emptied } from '#tests/support/database'
import { district, districtId } from '#tests/support/databases/district'
import { manyAssignments } from '#tests/support/databases/many_assignments'
import { manyStrikings } from '#tests/support/databases/many_strikings'
import { manyUnitQuestions } from '#tests/support/databases/many_unit_questions'
import { learnTables, sinsOf } from '#tests/support/databases/plans'
import { RowCounts } from '#tests/support/databases/row_counts'
import { sentBy } from '#tests/support/databases/sent_by'
import { officer } from '#tests/support/journey'
import { unpainted } from '#tests/support/walks/unpainted'

const PETITIONS = 6000
/** As every list of the house. */
const GATE = 500
/** So often what has read too much is asked again. */
const AGAIN = 3

/** What an officer and a head ask for, of their own, of nobody's and of each other's. */
async function asked() {
  const [tarim, amir] = [await officer('tarim'), await officer('tarim.amir')]
  const lists = ['open', 'late', 'today', 'approval'].flatMap((filtre) =>
    ['', 'ben', 'kimse', String(tarim.id)].map((kim) => `/birim?filtre=${filtre}&kim=${kim}`)
  )
  const { number } = await db.from('petitions').where('assignee_id', tarim.id).firstOrFail()
  const ways = ['open', 'open.ben', 'late.kimse', `approval.${tarim.id}`].flatMap((liste) =>
    ['', 'geri'].map((yon) => `/dosya/${number}/siradaki?liste=${liste}&yon=${yon}`)
  )
  const paths = [...lists, ...ways]
  return [
    ...paths.map((path) => ({ path, who: tarim })),
    ...[...paths, '/birim/yuk'].map((path) => ({ path, who: amir })),
  ]
}

test.group('An inbox in whose hands very much is', (group) => {
  emptied(group)

  test('reads as little as any other list, along indexes alone', async ({ assert }) => {
    await Crowd.gather(PETITIONS, districtId())
    await manyStrikings()
    await manyUnitQuestions()
    await manyAssignments()
    await learnTables()
    const onMysql = db.connection().dialect.name === 'mysql'
    if (onMysql) {
      await db.rawQuery('analyze table petitions, petition_readers, petitioners, unit_questions')
    }
    Catalogue.forget()
    await district()
    const rows = onMysql ? await RowCounts.begin() : null
    let most = { read: 0, path: '' }
    for (const { path, who } of await asked()) {
      await unpainted(who, { path })
      await rows?.since()
      const sent = await sentBy(() => unpainted(who, { path }))
      let { read } = (await rows?.since()) ?? { read: 0 }
      // The catalogue may have been read afresh beside it.
      for (let again = 0; again < AGAIN && read > GATE; again++) {
        await unpainted(who, { path })
        read = (await rows!.since()).read
      }
      if (read > most.read) most = { read, path: `${who.login} ${path}` }
      const sins = await Promise.all(sent.map((one) => sinsOf(one)))
      assert.deepEqual(sins.flat(), [], path)
      await rows?.since()
    }
    console.log(`  most rows read: ${most.read} ${most.path}`)
    assert.isAtMost(most.read, GATE, most.path)
  }).timeout(300_000)
})
