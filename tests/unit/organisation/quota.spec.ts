import { test } from '@japa/runner'
import { DAYS, Quota, TooManyTries } from '#organisation'

const of = (name: string | number) => [{ key: `phone:${name}`, most: 1, within: DAYS }]

test.group('What anybody may have of something', () => {
  test('is not looked through for each new name, however many are kept', ({ assert, cleanup }) => {
    let looked = 0
    const entries = Map.prototype[Symbol.iterator]
    cleanup(() => void (Map.prototype[Symbol.iterator] = entries))
    const quota = new Quota()
    const NAMES = 25_000
    Map.prototype[Symbol.iterator] = function* (this: Map<unknown, unknown>) {
      for (const entry of entries.call(this)) {
        looked++
        yield entry as [unknown, unknown]
      }
    } as typeof entries
    for (let name = 0; name < NAMES; name++) quota.take(of(name))
    assert.isAbove(looked, 0)
    assert.isAtMost(looked, 2 * NAMES)
  })

  test('is kept as long as it counts, and no longer', ({ assert }) => {
    const quota = new Quota()
    const now = Date.now()
    for (let name = 0; name < 25_000; name++) quota.take(of(name), now)
    assert.throws(() => quota.take(of(24_999), now + 1000), TooManyTries as never)
    quota.take(of(24_999), now + DAYS * 1000)
    for (let name = 0; name < 25_000; name++) quota.take(of(name), now + 2 * DAYS * 1000)
  })
})
