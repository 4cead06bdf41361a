import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Day } from '#database/demo/day/day'
import { Reconciliation } from '#database/demo/day/reconciliation'
import { emptied } from '#tests/support/database'
import { House } from '#tests/support/programs/house'

test.group('A day of the house', (group) => {
  emptied(group)

  test('adds up: every petition concluded, every message delivered once', async ({
    assert,
    cleanup,
  }) => {
    const house = await House.open()
    cleanup(() => house.close())
    const day = new Day(house.url, 20)
    await day.run()
    await house.settled()

    const states = await db.from('messages').select('state').groupBy('state').count('* as count')
    const kept = states.map(({ state, count }) => ({ state, count: Number(count) }))
    assert.deepEqual(kept, [{ state: 'delivered', count: day.messages }])
    const { lost, twice, arrived } = new Reconciliation(day.courses, house.arrived, kept)
    assert.deepEqual({ lost, twice, arrived }, { lost: 0, twice: 0, arrived: day.messages })
    assert.deepEqual(day.progress, { sent: 20, numbered: 20, concluded: 20, of: 20 })
  }).timeout(120_000)
})

test.group('The reconciliation of a day', () => {
  const course = (position: number, messages: number) => ({
    ...{ position, messages, text: '', subject: '', unit: 'TAR', outcome: 'granted' },
    ...{ way: 'unit' as const, phone: `05000${String(position).padStart(6, '0')}` },
  })
  const to = (position: number) => `905000${String(position).padStart(6, '0')}`
  const delivered = (count: number) => [{ state: 'delivered', count }]

  test('sees what is lost', ({ assert }) => {
    const arrived = [{ to: to(1), text: 'a' }]
    assert.include(new Reconciliation([course(1, 2)], arrived, delivered(2)), { lost: 1, twice: 0 })
  })

  test('sees what came twice, also beside a loss', ({ assert }) => {
    const arrived = ['a', 'a', 'b'].map((text) => ({ to: to(1), text }))
    const { lost, twice, holds } = new Reconciliation([course(1, 3)], arrived, delivered(3))
    assert.deepEqual({ lost, twice, holds }, { lost: 1, twice: 1, holds: false })
  })

  test('does not take a message for delivered that is not', ({ assert }) => {
    const arrived = [{ to: to(1), text: 'a' }]
    const kept = [{ state: 'sent', count: 1 }]
    assert.isFalse(new Reconciliation([course(1, 1)], arrived, kept).holds)
  })
})
