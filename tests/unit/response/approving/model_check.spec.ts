import { test } from '@japa/runner'
import { says } from '#tests/support/at_the_card'
import {
  DESK,
  HEAD,
  HOUSE,
  keyOf,
  leadingToTheEnd,
  reach,
  SECOND,
  STAND_IN,
  START,
  triesOf,
  WRITER,
  WRITER_IN_PLACE,
} from './model/model.ts'
import { Replay } from './model/replay.ts'
import { TruthTable, type Actor } from './model/table.ts'
import { wrapped } from '#tests/support/database'

const PATH = new URL('table.tsv', import.meta.url).pathname
const BOTH = ['off', 'on'] as const
const EVERYBODY = [WRITER, HEAD, SECOND, DESK, HOUSE, STAND_IN, WRITER_IN_PLACE]

function found(actors: readonly Actor[], settings: readonly ('on' | 'off')[] = BOTH) {
  const table = TruthTable.read(PATH)
  const tries = triesOf(actors, settings)
  const reached = reach(table, tries)
  const states = [...reached.values()].map(({ state }) => state)
  return { table, tries, reached, states, ends: leadingToTheEnd(table, tries, states) }
}

test.group('The truth table of approval', () => {
  test('speaks in every line, and refuses in sentences that somebody wrote', ({ assert }) => {
    const { table } = found(EVERYBODY)
    const silent = table.lines.filter((_, at) => table.used[at] === 0)
    assert.isEmpty(silent)
    for (const { refused } of table.lines) if (refused) assert.isNotEmpty(says(refused))
  })

  test('lets nothing be decided twice, and nothing end but by an approval', ({ assert }) => {
    const { table, tries, states } = found(EVERYBODY)
    for (const state of states) {
      const isEnd = state.stage === 'concluded'
      for (const by of tries) {
        const result = table.says(state, by)
        const leaves = 'state' in result && keyOf(result.state) !== keyOf(state)
        if (isEnd) assert.isFalse(leaves, `${by.act} after the end`)
        else if (leaves && result.state.stage === 'concluded') assert.match(by.act, /pprove$/)
      }
    }
  })

  test('asks for two pairs of eyes wherever the authority does', ({ assert }) => {
    const { table, tries, states } = found(EVERYBODY, ['off'])
    for (const state of states) {
      for (const by of tries) {
        const result = table.says(state, by)
        if (!('state' in result) || result.state.stage !== 'concluded') continue
        if (state.stage !== 'concluded') {
          assert.notInclude([by.actor.id, by.actor.covers], state.put)
        }
      }
    }
  })

  test('lets nobody be asked while the head has the answer, or after it', ({ assert }) => {
    const { states } = found(EVERYBODY)
    const asked = states.filter((state) => state.asked)
    const stages = new Set(asked.map(({ stage }) => stage))
    assert.deepEqual([...stages].toSorted(), [
      ...['awaitingPetitioner', 'inProgress', 'returned', 'routed'],
    ])
    const waiting = states.filter(({ stage }) => stage === 'awaitingPetitioner')
    assert.isTrue(waiting.every((state) => state.asked))
    assert.lengthOf(found([WRITER, HEAD, DESK]).states, 43)
  })

  test('has no dead end for two officers, whoever stands in or not', ({ assert }) => {
    const two = [WRITER, HEAD, DESK]
    for (const actors of [two, [...two, STAND_IN], [...two, WRITER_IN_PLACE]]) {
      for (const settings of [['off'], ['on'], BOTH] as const) {
        const { states, ends } = found(actors, settings)
        assert.lengthOf(states, ends.size)
      }
    }
    const { states, ends } = found(EVERYBODY, ['on'])
    assert.lengthOf(states, ends.size)
  })

  test('lets one person alone answer only where the authority allows it', ({ assert }) => {
    assert.equal(found([HEAD], ['off']).ends.size, 0)
    const allowed = found([HEAD], ['on'])
    assert.lengthOf(
      allowed.states.filter(({ stage }) => stage !== 'returned'),
      allowed.ends.size
    )
  })
})

test.group('Each act in each state', (group) => {
  wrapped(group)

  test('does what the truth table says', async ({ assert }) => {
    const { table, tries, reached } = found(EVERYBODY)
    const replay = await Replay.begin(table, reached, tries)
    await replay.from(keyOf(START))
    assert.equal(replay.edges, reached.size * tries.length)
    assert.deepEqual([reached.size, replay.edges], [161, 13202])
  }).timeout(600_000)
})
