import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { Petition } from '#intake'
import { Referral } from '#routing'
import { open, says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer, received, unit } from '#tests/support/journey'
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

  test('is not told of what nobody has passed on', async ({ client, assert }) => {
    const sef = await officer('sef')
    assert.deepEqual(wayOn(await open(client, sef, await received())), [])
  })
})
