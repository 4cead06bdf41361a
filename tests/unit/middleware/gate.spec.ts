import { setImmediate as turn } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Gate } from '../../../app/middleware/admission/gate.ts'
import { KINDS, type Kind, type Limits } from '../../../app/middleware/admission/kinds.ts'

const ORDER = Object.keys(KINDS) as Kind[]

type Patience = ConstructorParameters<typeof Gate>[2]

/** A gate whose work ends when it is told to, and whose delay is ours. */
function house<K extends string>(kinds: Record<K, Limits>, patience?: Patience) {
  const about = { delay: 0 }
  const gate = new Gate(kinds, () => about.delay, patience)
  const ends: (() => void)[] = []
  const enter = (kind: K) => {
    const visit = { state: 'waits' }
    const begin = () => {
      visit.state = 'is in'
      return new Promise<void>((resolve) => ends.push(resolve))
    }
    gate.enter(kind, begin, () => (visit.state = 'is refused'))
    return visit
  }
  return {
    about,
    gate,
    enter,
    endAll: async () => {
      ends.splice(0).forEach((end) => end())
      await turn()
      await turn()
    },
  }
}

async function until(holds: () => boolean) {
  while (!holds()) await turn()
}

test.group('The gate', () => {
  test('lets in so many of a kind, lets some wait, refuses the rest, and serves again afterwards', async ({
    assert,
  }) => {
    const { enter, endAll } = house({ one: { atOnce: 2, waiting: 1, upTo: 1 } })
    const visits = [enter('one'), enter('one'), enter('one'), enter('one')]
    const states = () => visits.map(({ state }) => state)
    assert.deepEqual(states(), ['is in', 'is in', 'waits', 'is refused'])
    await endAll()
    assert.deepEqual(states(), ['is in', 'is in', 'is in', 'is refused'])
    await endAll()
    assert.equal(enter('one').state, 'is in')
  })

  test('keeps nobody waiting for long', async ({ assert }) => {
    const { enter } = house({ one: { atOnce: 1, waiting: 1, upTo: 1 } })
    enter('one')
    const second = enter('one')
    await until(() => second.state !== 'waits')
    assert.equal(second.state, 'is refused')
  })

  test('always lets in one of a kind, however late everything is', ({ assert }) => {
    const { about, enter } = house({ one: { atOnce: 2, waiting: 1, upTo: 0.5 } })
    about.delay = 1000
    assert.equal(enter('one').state, 'is in')
    assert.equal(enter('one').state, 'waits')
  })

  test('refuses nobody who waited while the machine slept', async ({ assert }) => {
    const always = { once: -1, always: -1 }
    const { enter, endAll } = house({ one: { atOnce: 1, waiting: 1, upTo: 1 } }, always)
    enter('one')
    const second = enter('one')
    await endAll()
    assert.equal(second.state, 'is in', 'late, but there is nobody left to wait for')
  })

  test('refuses one kind after the other as the house fills, the citizens’ last', ({ assert }) => {
    for (const [at, kind] of ORDER.entries()) {
      const { about, enter } = house(KINDS)
      for (const each of ORDER) enter(each)
      about.delay = KINDS[kind].upTo * 100
      assert.equal(enter(kind).state, 'waits', kind)
      const later = ORDER.slice(at + 1).find((one) => KINDS[one].upTo > KINDS[kind].upTo)
      if (later) assert.equal(enter(later).state, 'is in', `${later} when ${kind} is refused`)
    }
  })

  test('counts what is under way and what lies unread as the same fullness', ({ assert }) => {
    const { about, gate, enter } = house(KINDS)
    for (let one = 0; one < 16; one++) enter('petitions')
    assert.equal(gate.fullness, 0.5)
    about.delay = 80
    assert.equal(gate.fullness, 0.8)
  })

  test('counts no light work as fullness, and bounds it all the same', ({ assert }) => {
    const { gate, enter } = house(KINDS)
    for (let one = 0; one < KINDS.pages.atOnce; one++) assert.equal(enter('pages').state, 'is in')
    assert.equal(gate.fullness, 0)
    assert.equal(enter('pages').state, 'waits')
  })

  test('counts work that is over at once until the event loop has come round', async ({
    assert,
  }) => {
    const gate = new Gate({ one: { atOnce: 1, waiting: 1, upTo: 1 } }, () => 0)
    const began: number[] = []
    const begin = (nth: number) => async () => began.push(nth)
    gate.enter('one', begin(1), () => {})
    await Promise.resolve()
    gate.enter('one', begin(2), () => {})
    assert.deepEqual(began, [1])
    await until(() => began.length === 2)
  })

  test('goes on when work fails', async ({ assert }) => {
    const gate = new Gate({ one: { atOnce: 1, waiting: 0, upTo: 1 } }, () => 0)
    gate.enter('one', () => Promise.reject(new Error('inside')), assert.fail)
    await turn()
    await turn()
    const begun = Promise.withResolvers<void>()
    gate.enter('one', async () => begun.resolve(), begun.reject)
    await begun.promise
  })
})
