import { test } from '@japa/runner'
import { Passage } from '../../../app/sms/flow/window.ts'

const PAUSES = { first: 1, last: 1 }

test.group('The way to an operator', () => {
  test('is narrow after a loss, and widens with each answer to what was agreed', ({ assert }) => {
    const passage = new Passage({ window: 4 }, PAUSES, () => true)
    const widths = [passage.free]
    passage.narrow()
    for (let answers = 0; answers < 5; answers++) {
      widths.push(passage.free)
      passage.accepted()
    }
    assert.deepEqual(widths, [4, 1, 2, 3, 4, 4])
  })

  test('lets nothing more through while more is under way than is open', async ({ assert }) => {
    const passage = new Passage({ window: 4 }, PAUSES, () => true)
    const [one, two] = [await passage.place(), await passage.place()]
    passage.narrow()
    assert.equal(passage.free, 0)
    one!()
    assert.equal(passage.free, 0)
    two!()
    assert.equal(passage.free, 1)
  })
})
