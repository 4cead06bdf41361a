import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { LastDay, Petition, PetitionNumber } from '#intake'
import { wrapped } from '#tests/support/database'
import { Crowd } from '#tests/support/databases/crowd/crowd'
import { districtId } from '#tests/support/databases/district'

const MANY = 3_000

async function count(table: string, condition = '1 = 1') {
  const [row] = await db.from(table).whereRaw(condition).count('* as count')
  return Number(row.count)
}

test.group('A crowd of petitions', (group) => {
  wrapped(group)

  test('is what the application would have written', async ({ assert }) => {
    await Crowd.gather(MANY, districtId())
    assert.equal(await count('petitions'), MANY)
    assert.equal(await count('petitioners'), MANY)
    assert.equal(await count('deadlines'), 0)
    const named = ['promise', 'legal'].map((clock) => `${clock}_reckoning_id is not null`)
    assert.equal(await count('petitions', named.join(' and ')), MANY)
    assert.equal(await count('message_parts'), await count('messages', "channel = 'sms'"))

    const concluded = await count('petitions', 'outcome is not null and concluded_at is not null')
    assert.equal(await count('petitions', "stage = 'concluded'"), concluded)
    assert.equal(await count('steps', 'outcome is not null'), concluded)
    assert.equal(await count('petition_readers', 'until is not null'), await count('returns'))

    const wrong = await db
      .from('petitions')
      .join('steps', 'steps.petition_id', 'petitions.id')
      .groupBy('petitions.id', 'petitions.position')
      .havingRaw('count(*) <> petitions.position or max(steps.position) <> petitions.position')
      .select('petitions.id')
    assert.isEmpty(wrong, 'as many steps as the petition counts')
    const inCharge = db.from('petition_readers').whereColumn('petition_id', 'petitions.id')
    const unseen = await db
      .from('petitions')
      .whereIn('stage', ['routed', 'inProgress', 'awaitingApproval'])
      .whereNotExists(inCharge.whereColumn('unit_id', 'petitions.unit_id').whereNull('until'))
    assert.isEmpty(unseen, 'whoever is in charge may see it')
  })

  test('has numbers, days and people that are found again', async ({ assert }) => {
    const { frequent, cast } = await Crowd.gather(MANY, districtId())
    for (const petition of await Petition.query().orderBy('number').limit(50)) {
      assert.isNotNull(PetitionNumber.parse(petition.number), petition.number)
      const { promise } = await LastDay.of(petition)
      assert.equal(promise!.dueOn.toISODate(), petition.dueOn.toISODate())
      const due = cast.catalogue.deadlines(petition.receivedAt, petition.kind)
      assert.equal(due.promise.on.toISODate(), petition.dueOn.toISODate())
    }
    const { blindIndex } = await import('#shared/keys')
    const index = blindIndex('phone', frequent[0]!.phone)
    assert.equal(await count('petitioners', `phone_index = '${index}'`), 1_000)
    const petitioner = await db.from('petitioners').where('phone_index', index).firstOrFail()
    const person = await Petition.query().where('id', petitioner.petition_id).preload('petitioner')
    assert.equal(person[0]!.petitioner.phone, frequent[0]!.phone)
    assert.equal(await count('petitions', `unit_id = ${cast.withoutAny.id}`), 0)
  })
})
