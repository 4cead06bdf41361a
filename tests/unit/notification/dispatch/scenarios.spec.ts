import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import type { ScenarioName } from '../../../../sms_centre/faults/scenarios.ts'
import { play, SCENARIO_NAMES, WINDOW, type Played } from '#tests/support/notification/scenario'

const MESSAGES = 30

/** In all others no link is lost, and therefore nothing doubled. */
const LOSES_LINKS: ScenarioName[] = [
  ...(['drops before', 'drops half-way', 'drops after', 'already bound'] as const),
  ...(['mute', 'goes mute', 'garbage', 'forgets the bind', 'forgets every bind'] as const),
  'answers five and then no more',
  ...(['length 4', 'length 8', 'length 15', 'length 70001'] as const),
]

/** In all others whoever comes is let in. */
const REFUSES_BINDS: ScenarioName[] = ['refuses binds', 'already bound', 'wrong password']

/** What does not end as delivered. */
const ENDS: Partial<Record<ScenarioName, Played['states']>> = {
  'undelivered': { undeliverable: 3 },
  'refuses for good': { rejected: 3 },
  'refuses with a status of no list': { rejected: 3 },
  'receipts with a state of no list': { unknown: 3 },
}

test.group('When the operator', (group) => {
  emptied(group)

  test('plays “{$self}”, nothing is lost')
    .with(SCENARIO_NAMES)
    .run(async (context, name) => {
      const { assert } = context
      const played = await play(name, MESSAGES, context)
      const { centre, gateway, arrived, doubled, states, calledFor } = played
      const { lostLinks, mostUnanswered, refused } = centre.figures
      const ends = ENDS[name] ?? {}

      assert.equal(arrived + calledFor, MESSAGES - (ends.rejected ?? 0))
      assert.isAtMost(played.mostTimes, 3, 'to one telephone')
      assert.isAtMost(doubled, WINDOW * lostLinks)
      assert.isAtMost(mostUnanswered, WINDOW)
      assert.equal(lostLinks > 0, LOSES_LINKS.includes(name), `${lostLinks} links lost`)
      assert.equal(refused > 0, REFUSES_BINDS.includes(name), `${refused} binds refused`)
      assert.equal(gateway.state.replies! > 0, name === 'people answer')

      const { delivered = 0, failed = 0, ...others } = states
      if (!LOSES_LINKS.includes(name)) assert.equal(failed, 0)
      if (name === 'receipts lost') {
        assert.equal(delivered + others.unknown!, MESSAGES)
        assert.isAbove(delivered, 0)
      } else {
        assert.deepEqual(others, ends)
      }
    })
    .timeout(60_000)
})
