import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { PetitionList, type Petition } from '#intake'
import { Answer } from '#response'
import { Referral } from '#routing'
import { wrapped } from '#tests/support/database'
import { GRANTED, officer, received, referredTo, unit } from '#tests/support/journey'
import { district } from '#tests/support/databases/district'

/** Open readers whose keys are not those of their petition. */
async function astray() {
  return db
    .from('petition_readers')
    .join('petitions', 'petitions.id', 'petition_readers.petition_id')
    .whereNull('petition_readers.until')
    .where((any) => {
      for (const key of ['stage', 'received_at', 'due_on']) {
        any.orWhereColumn(`petition_readers.${key}`, '<>', `petitions.${key}`)
      }
      any.orWhereRaw(
        `coalesce(petition_readers.concluded_at, '') <> coalesce(petitions.concluded_at, '')`
      )
    })
    .select('petitions.stage', 'petition_readers.stage as read_as')
}

async function readersOf({ id }: Petition) {
  return db.from('petition_readers').where('petition_id', id).orderBy('id')
}

test.group('The keys that a reader carries', (group) => {
  wrapped(group)

  test('are those of the petition, from the referral to the end', async ({ assert }) => {
    const petition = await received()
    const [sef, tarim, head] = [
      await officer('sef'),
      await officer('tarim'),
      await officer('tarim.amir'),
    ]
    await Referral.make(petition, await unit('ORM'), sef)
    assert.deepEqual(await astray(), [])
    await (await Referral.currentOf(petition)).giveBack(await officer('orman'), 'Yetkimizde değil.')
    await Referral.make(petition, await unit('TAR'), sef)
    assert.deepEqual(await astray(), [])
    const answer = await Answer.draftFor(petition)
    await answer.submit(GRANTED, tarim)
    assert.deepEqual(await astray(), [])
    await answer.approve(head)
    assert.deepEqual(await astray(), [])
    const [gaveBack, answered] = await readersOf(petition)
    assert.equal(answered.stage, 'concluded')
    assert.isNotNull(answered.concluded_at)
    // Whoever sees it no longer is found by it no longer.
    assert.equal(gaveBack.stage, 'routed')
  })

  test('follow a last day that moves', async ({ assert }) => {
    const petition = await referredTo('TAR')
    const moved = (await district()).deadlines(DateTime.utc().plus({ days: 40 }), petition.kind)
    await petition.change((current, trx) => current.take({ kind: 'started', lastDays: moved, trx }))
    assert.deepEqual(await astray(), [])
    const { rows } = await PetitionList.page(await officer('tarim'), {
      stages: ['inProgress'],
      dueOn: petition.dueOn,
    })
    assert.deepEqual(
      rows.map(({ number }) => number),
      [petition.number]
    )
  })
})
