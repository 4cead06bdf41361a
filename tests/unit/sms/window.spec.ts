import { test } from '@japa/runner'
import { Window } from '../../../app/sms/flow/window.ts'

const THROTTLE = { first: 1, last: 1 }

test.group('The window of an operator', () => {
  test('is narrow after a loss, and widens with each answer to what was agreed', ({ assert }) => {
    const window = new Window({ window: 4 }, THROTTLE, () => true)
    const widths = [window.free]
    window.narrow()
    for (let answers = 0; answers < 5; answers++) {
      widths.push(window.free)
      window.accepted()
    }
    assert.deepEqual(widths, [4, 1, 2, 3, 4, 4])
  })

  test('lets nothing more through while more is under way than is open', async ({ assert }) => {
    const window = new Window({ window: 4 }, THROTTLE, () => true)
    const [one, two] = [await window.place(), await window.place()]
    window.narrow()
    assert.equal(window.free, 0)
    one!()
    assert.equal(window.free, 0)
    two!()
    assert.equal(window.free, 1)
  })
})
