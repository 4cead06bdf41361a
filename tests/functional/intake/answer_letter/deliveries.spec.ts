import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { AnswerDelivery } from '#intake'
import { Catalogue } from '#organisation'
import { longDate, today } from '#shared/dates/turkish_date'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { received, REFUSED } from '#tests/support/journey'
import { answered, lettersOn, lookedUp } from '#tests/support/response/answered'

const rows = () => db.from('answer_deliveries').orderBy('id')

test.group('An answer that is opened by number and code', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('has reached its petitioner on that day, and is noted once', async ({ client, assert }) => {
    const one = await answered({}, REFUSED)
    const date = longDate(today())
    for (const _ of [1, 2]) {
      const page = await lookedUp(client, one)
      page.assertTextIncludes(says('intake.delivery.reached', { date, runs: 'yes' }))
    }
    const [row, ...more] = await rows()
    assert.isEmpty(more)
    const { step_id: stepId, holder, way, reached_on: on, noted_by: by } = row
    const day = today().toISODate()
    assert.deepEqual(
      { stepId, holder, way, on, by },
      {
        ...{ stepId: one.step.id, holder: 0, way: 'lookUp', on: day, by: null },
      }
    )
  })

  test('is noted by no wrong code, by no letter, and not before it is answered', async ({
    client,
    assert,
  }) => {
    const one = await answered()
    await lookedUp(client, { ...one, secret: { text: 'AAAAAA' } })
    assert.isEmpty(await rows())
    const path = lettersOn((await lookedUp(client, one)).text())[0]!
    await db.from('answer_deliveries').delete()
    await client.get(path)
    assert.isEmpty(await rows())
    await lookedUp(client, { petition: await received(), secret: { text: 'AAAAAA' } })
    assert.isEmpty(await rows())
  })

  test('at the same moment twice is one row', async ({ client, assert }) => {
    const one = await answered()
    await Promise.all([lookedUp(client, one), lookedUp(client, one)])
    assert.lengthOf(await rows(), 1)
  })

  test('had reached them before where somebody had signed for it', async ({ client, assert }) => {
    const one = await answered()
    const before = today().minus({ days: 3 })
    const about = { petitionId: one.petition.id, stepId: one.step.id, way: 'counter' } as const
    await AnswerDelivery.note({ ...about, reachedOn: before.toISODate()! })
    const page = await lookedUp(client, one)
    const date = longDate(before)
    page.assertTextIncludes(says('intake.delivery.reached', { date, runs: 'no' }))
    const reached = await AnswerDelivery.reachedOn(one.step.id)
    assert.equal(reached?.toISODate(), before.toISODate())
  })
})
