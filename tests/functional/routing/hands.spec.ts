import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Petition } from '#intake'
import type { Officer } from '#organisation'
import { Referral } from '#routing'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { newOfficer, officer, received, unit } from '#tests/support/journey'
import { stamp } from '#shared/dates/stored'
import { today } from '#shared/dates/turkish_date'

/** What the way of a petition says, line by line. */
function wayOn(page: { text(): string }) {
  const table = /<h2 id="hands">[^]*?<tbody>([^]*?)<\/tbody>/.exec(page.text())?.[1] ?? ''
  return [...table.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>([^<]*)</g)].map(([, cell]) => cell!)
  )
}

/** Each step was taken so many days ago. */
async function tookPlace({ id }: Petition, ...ago: number[]) {
  for (const [at, days] of ago.entries()) {
    const takenAt = stamp(today().minus({ days }).plus({ hours: 12 }))
    const step = db.from('steps').where({ petition_id: id, position: at + 1 })
    await step.update({ taken_at: takenAt })
  }
}

test.group('The way of a petition', (group) => {
  wrapped(group)

  test('says in whose hands it was, for how many days, and what came then', async ({
    client,
    assert,
  }) => {
    const sef = await officer('sef')
    const petition = await received()
    await Referral.make(petition, await unit('TAR'), sef)
    const referral = await Referral.currentOf(petition)
    await referral.giveBack(await officer('tarim'), 'Orman yoludur.', await unit('ORM'))
    await Referral.make(petition, await unit('ORM'), sef)
    await tookPlace(petition, 9, 8, 5, 5)

    const { bureau } = await district()
    const way = wayOn(await open(client, sef, petition))
    assert.deepEqual(
      way.map(([holder, , days, left]) => [holder, days, left]),
      [
        [bureau.name, '1 gün', says('intake.step.referred')],
        [(await unit('TAR')).name, '3 gün', says('intake.step.returned')],
        [bureau.name, '0 gün', says('intake.step.referred')],
        [(await unit('ORM')).name, '5 gün', says('response.hands.has')],
      ]
    )
  })

  test('leads twice back to the desk, then through the chief, and never a third time', async ({
    client,
    assert,
  }) => {
    const [masa, sef, tarim] = await Promise.all(['masa', 'sef', 'tarim'].map(officer))
    const orm = await newOfficer('orman.iki', 'ORM', ['unitOfficer'])
    const kad = await newOfficer('kadastro.iki', 'KAD', ['unitOfficer'])
    const petition = await received()
    const fresh = () => Petition.findOrFail(petition.id)
    const refer = async (who: Officer, unitCode: string) =>
      send(client, who, await fresh(), 'yonlendirme', { unit: unitCode })
    const giveBack = async (who: Officer, fields: Record<string, string>) =>
      send(client, who, await fresh(), 'iade', fields)

    ;(await refer(masa!, 'TAR')).assertStatus(303)
    ;(await giveBack(tarim!, { reason: '', suggested: 'ORM' })).assertStatus(422)
    ;(await giveBack(tarim!, { reason: 'Orman yoludur.', suggested: 'ORM' })).assertStatus(303)
    const once = await fresh()
    assert.equal(once.stage, 'returned')
    assert.isNull(once.outcome)
    const card = await open(client, masa!, once)
    card.assertTextIncludes('Orman yoludur.')
    card.assertTextIncludes((await unit('ORM')).name)
    ;(await refer(masa!, 'ORM')).assertStatus(303)
    ;(await giveBack(orm, { reason: 'Kadastro işidir.' })).assertStatus(303)
    // The second one is the chief's.
    ;(await refer(masa!, 'KAD')).assertStatus(422)
    ;(await open(client, masa!, await fresh())).assertTextIncludes(says('routing.chiefDecides'))
    ;(await refer(sef!, 'KAD')).assertStatus(303)
    // And there is no third.
    ;(await giveBack(kad, { reason: 'Bize ait değil.' })).assertStatus(422)
    ;(await open(client, kad, await fresh())).assertTextIncludes(says('routing.lastCharge'))
    const last = await fresh()
    assert.include({ stage: last.stage, returns: last.returns }, { stage: 'routed', returns: 2 })

    const way = wayOn(await open(client, sef!, last)).map(([holder]) => holder)
    const codes = ['AKB', 'TAR', 'AKB', 'ORM', 'AKB', 'KAD']
    assert.deepEqual(way, await Promise.all(codes.map(async (code) => (await unit(code)).name)))
    const figures = await client.get('/izleme/iadeler').loginAs(sef!)
    figures.assertTextIncludes((await unit('TAR')).name)
    figures.assertTextIncludes(says('insight.returns.of', { count: 1 }))
  })

  test('is not told of what nobody has passed on', async ({ client, assert }) => {
    const sef = await officer('sef')
    assert.deepEqual(wayOn(await open(client, sef, await received())), [])
  })
})
