import { test } from '@japa/runner'
import { DateTime, Settings } from 'luxon'
import { Period } from '#shared/dates/period'

/** The clock stands at this moment. */
function at(moment: string, cleanup: (after: () => void) => void) {
  const now = Settings.now
  cleanup(() => void (Settings.now = now))
  Settings.now = () => Date.parse(moment)
}

const moment = (text: string) => DateTime.fromISO(text, { zone: 'utc' })

test.group('Period', () => {
  test('is a week from Monday to Sunday in Türkiye, with its name', ({ assert, cleanup }) => {
    at('2026-11-28T12:00:00Z', cleanup)
    const week = Period.thisWeek()
    assert.equal(week.name, 'week')
    assert.equal(week.from.toISO(), '2026-11-23T00:00:00.000+03:00')
    assert.equal(week.before.toISO(), '2026-11-30T00:00:00.000+03:00')
    assert.equal(week.previous.name, 'lastWeek')
    assert.equal(week.previous.from.toISO(), '2026-11-16T00:00:00.000+03:00')
    assert.equal(week.previous.before.toISO(), week.from.toISO())
  })

  test('begins when it is Monday in Türkiye and still Sunday in Greenwich', ({
    assert,
    cleanup,
  }) => {
    at('2026-11-29T21:00:00Z', cleanup)
    const week = Period.thisWeek()
    assert.isTrue(week.has(moment('2026-11-29T21:00:00Z')))
    assert.isFalse(week.has(moment('2026-11-29T20:59:59Z')))
    assert.isTrue(week.previous.has(moment('2026-11-29T20:59:59Z')))
    assert.isFalse(week.has(moment('2026-12-06T21:00:00Z')))
  })

  test('is found by the name that addresses have, and by no other', ({ assert, cleanup }) => {
    at('2026-11-28T12:00:00Z', cleanup)
    const { week, lastWeek } = { week: Period.thisWeek(), lastWeek: Period.thisWeek().previous }
    assert.deepEqual(Period.named('week'), week)
    assert.deepEqual(Period.named('lastWeek'), lastWeek)
    for (const name of ['', 'month', '__proto__', undefined]) assert.isNull(Period.named(name))
    assert.equal(lastWeek.previous.name, '')
  })

  test('narrows a query to its days', ({ assert, cleanup }) => {
    at('2026-11-28T12:00:00Z', cleanup)
    const asked: unknown[][] = []
    const query = { where: (...words: unknown[]) => (asked.push(words), query) }
    assert.equal(Period.thisWeek().narrow(query, 'steps.taken_at'), query)
    assert.deepEqual(asked, [
      ['steps.taken_at', '>=', '2026-11-22 21:00:00'],
      ['steps.taken_at', '<', '2026-11-29 21:00:00'],
    ])
  })
})
