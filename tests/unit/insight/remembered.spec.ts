import { test } from '@japa/runner'
import { packed } from '../../../app/insight/tallies/packed.ts'
import { RememberedTallies } from '../../../app/insight/tallies/remembered.ts'

/** A row that counts so many last days. */
function tally(days: number) {
  const due = Array.from({ length: days }, (_, day) => [`2026-03-${10 + day}`, 1])
  const counts = { 'bureau.house..': Object.fromEntries(due) as Record<string, number> }
  return packed({ week: 'open', sort: 'open', unitId: 1, counts })
}

test.group('What is remembered of the managers’ figures', () => {
  test('is what a row said as long as it says it', ({ assert }) => {
    const remembered = new RememberedTallies()
    const first = tally(2)
    remembered.keep({ id: 7, version: 1 }, first)
    assert.equal(remembered.of({ id: 7, version: 1 }), first)
    assert.isUndefined(remembered.of({ id: 7, version: 2 }))
    assert.isUndefined(remembered.of({ id: 8, version: 1 }))
  })

  test('is bounded: what nobody asks for goes first', ({ assert }) => {
    const most = 200
    const remembered = new RememberedTallies(most)
    for (let id = 1; id <= 20; id++) {
      remembered.keep({ id, version: 1 }, tally(10))
      remembered.of({ id: 1, version: 1 })
      assert.isAtMost(remembered.held, most)
    }
    assert.isDefined(remembered.of({ id: 1, version: 1 }))
    assert.isUndefined(remembered.of({ id: 2, version: 1 }))
    assert.isDefined(remembered.of({ id: 20, version: 1 }))
  })

  test('takes no more room when a row is read again and again', ({ assert }) => {
    const remembered = new RememberedTallies()
    remembered.keep({ id: 1, version: 0 }, tally(10))
    const once = remembered.held
    for (let version = 1; version < 5; version++) remembered.keep({ id: 1, version }, tally(10))
    assert.equal(remembered.held, once)
  })
})
