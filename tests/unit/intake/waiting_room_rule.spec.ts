import { test } from '@japa/runner'
import { ahead, nextSort } from '../../../app/intake/waiting_room/line/rule.ts'
import type { Sort } from '../../../app/intake/models/queue_ticket.ts'

/** In which order so many of each sort are called, where all of them wait already. */
function called(waiting: Record<Sort, number>) {
  const before: Sort[] = []
  const left = { ...waiting }
  while (left.priority + left.ordinary > 0) {
    const wanted = nextSort(before.slice(0, 2))
    const sort = left[wanted] > 0 ? wanted : wanted === 'priority' ? 'ordinary' : 'priority'
    left[sort] -= 1
    before.unshift(sort)
  }
  return before
    .toReversed()
    .map((sort) => sort[0]!)
    .join('')
}

test.group('Who is called next', () => {
  test('is somebody with priority, and after each two without', ({ assert }) => {
    assert.equal(called({ priority: 3, ordinary: 6 }), 'poopoopoo')
  })

  test('is nobody’s for ever: of many with priority every second one', ({ assert }) => {
    assert.equal(called({ priority: 6, ordinary: 2 }), 'poopppp'.padEnd(8, 'p'))
    assert.equal(called({ priority: 0, ordinary: 3 }), 'ooo')
  })

  test('is told beforehand to whoever takes a number', ({ assert }) => {
    assert.equal(ahead('ordinary', { priority: 0, ordinary: 0 }), 0)
    assert.equal(ahead('ordinary', { priority: 3, ordinary: 4 }), 7)
    assert.equal(ahead('ordinary', { priority: 3, ordinary: 1 }), 2)
    assert.equal(ahead('priority', { priority: 0, ordinary: 9 }), 2)
    assert.equal(ahead('priority', { priority: 1, ordinary: 1 }), 2)
  })
})
