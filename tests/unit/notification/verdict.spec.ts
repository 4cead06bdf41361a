import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { stamp } from '../../../app/notification/clock.ts'
import { verdict, type Failure } from '../../../app/notification/verdict.ts'

const NOW = DateTime.utc(2026, 11, 23, 12)

function after(attempts: number, failure: Failure, hoursLeft = 48) {
  return verdict({ attempts, expiresAt: NOW.plus({ hours: hoursLeft }) }, failure, NOW)
}

function waits(attempts: number) {
  const { nextAt } = after(attempts, { kind: 'temporary', status: 'ESME_RSYSERR' })
  return nextAt!.diff(NOW).as('seconds')
}

test.group('What becomes of a message that was not taken', () => {
  test('is tried again after 30 s, 1, 2, 5, 10 and 30 minutes, then every hour', ({ assert }) => {
    const seconds = [0, 1, 2, 3, 4, 5, 6, 7, 40].map(waits)
    assert.deepEqual(seconds, [30, 60, 120, 300, 600, 1800, 3600, 3600, 3600])
  })

  test('is given up when the next try would come too late', ({ assert }) => {
    const given = after(6, { kind: 'temporary', status: 'ESME_RSYSERR' }, 1)
    assert.containsSubset(given, { state: 'failed', nextAt: null, attempts: 7 })
  })

  test('is sent again when nobody can know whether it went', ({ assert }) => {
    const given = after(0, { kind: 'ambiguous', status: 'lost' })
    assert.containsSubset(given, { state: 'waiting', attempts: 1, fault: 'lost' })
  })

  for (const kind of ['throttled', 'configuration'] as const) {
    test(`${kind} costs no try`, ({ assert }) => {
      const given = after(3, { kind, status: 'paused' })
      assert.equal(given.attempts, 3)
      assert.equal(given.state, 'waiting')
      assert.equal(stamp(given.nextAt!), '2026-11-23 12:00:01')
    })
  }

  test('ends as what it is when it is refused for good', ({ assert }) => {
    const ends = (status: string, attempts = 0) => {
      const { state, nextAt } = after(attempts, { kind: 'permanent', status })
      assert.isNull(nextAt)
      return state
    }
    assert.equal(ends('ESME_RINVDSTADR'), 'rejected')
    assert.equal(ends('training_number_outside'), 'suppressed')
    assert.equal(ends('expired'), 'expired')
    assert.equal(ends('expired', 3), 'failed')
  })
})
