import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { stamp } from '#shared/dates/stored'
import type { MessageEvent } from '../../../../app/notification/message_events.ts'
import { decideRetry, type Failure } from '../../../../app/notification/outbox/retry_policy.ts'

const NOW = DateTime.utc(2026, 11, 23, 12)

const ALONE = { gateway: 'turk', position: 0, of: 1 }

function after(attempts: number, failure: Failure, hoursLeft = 48, event: MessageEvent = 'routed') {
  return decideRetry(
    { event, attempts, unanswered: 0, expiresAt: NOW.plus({ hours: hoursLeft }), boundTo: null },
    failure,
    NOW,
    ALONE
  )
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

  test('goes out three times at most when no answer ever comes', ({ assert }) => {
    const tried = (unanswered: number, kind: 'ambiguous' | 'temporary') => {
      const expiresAt = NOW.plus({ hours: 48 })
      const message = {
        event: 'routed' as const,
        attempts: 5,
        unanswered,
        expiresAt,
        boundTo: 'turk',
      }
      return decideRetry(message, { kind, status: 'no_answer_in_time' }, NOW, ALONE)
    }
    const states = [0, 1, 2].map((unanswered) => tried(unanswered, 'ambiguous').state)
    assert.deepEqual(states, ['waiting', 'waiting', 'failed'])
    const end = { nextAt: null, unanswered: 3, fault: 'no_answer_again' }
    assert.containsSubset(tried(2, 'ambiguous'), end)
    assert.containsSubset(tried(2, 'temporary'), { state: 'waiting', unanswered: 2 })
  })

  for (const kind of ['throttled', 'configuration'] as const) {
    test(`${kind} costs no try`, ({ assert }) => {
      const given = after(3, { kind, status: 'throttled' })
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

test.group('Whose turn it is next', () => {
  const next = (
    attempts: number,
    failure: Failure,
    position = 0,
    boundTo: string | null = null
  ) => {
    const event: MessageEvent = 'routed'
    const expiresAt = NOW.plus({ hours: 48 })
    const tried = { event, attempts, unanswered: 0, expiresAt, boundTo }
    const place = { gateway: ['turk', 'yedek'][position]!, position, of: 2 }
    const { position: whose, boundTo: only } = decideRetry(tried, failure, NOW, place)
    return { whose, boundTo: only }
  }
  const technical: Failure = { kind: 'temporary', status: 'ESME_RSYSERR' }
  const lost: Failure = { kind: 'ambiguous', status: 'no_answer_in_time' }

  test('changes after three technical failures, and again after three more', ({ assert }) => {
    const positions = [0, 1, 2, 3, 4, 5, 6].map((attempts) => next(attempts, technical).whose)
    assert.deepEqual(positions, [0, 0, 1, 1, 1, 0, 0])
  })

  test('stays where the text may be out already, however often', ({ assert }) => {
    for (const attempts of [0, 2, 5]) {
      assert.deepEqual(next(attempts, lost), { whose: 0, boundTo: 'turk' })
      assert.deepEqual(next(attempts, lost, 1), { whose: 1, boundTo: 'yedek' })
    }
    assert.isNull(next(1, technical).boundTo)
  })

  test('stays there whatever becomes of later tries', ({ assert }) => {
    const unsent: Failure = { kind: 'throttled', status: 'no_link' }
    for (const failure of [technical, unsent, lost]) {
      assert.deepEqual(next(5, failure, 0, 'turk'), { whose: 0, boundTo: 'turk' })
    }
  })

  test('does not change because nothing was tried', ({ assert }) => {
    assert.equal(next(2, { kind: 'throttled', status: 'throttled' }).whose, 0)
    assert.equal(next(2, { kind: 'configuration', status: 'ESME_RINVSRCADR' }).whose, 0)
  })

  test('never changes for the test of a gateway', ({ assert }) => {
    assert.deepEqual(next(2, technical, 1, 'yedek'), { whose: 1, boundTo: 'yedek' })
  })
})

test.group('A one-time code', () => {
  test('is not sent again when it may have been sent, and is when it was not', ({ assert }) => {
    const lost = after(0, { kind: 'ambiguous', status: 'lost' }, 1, 'code')
    assert.containsSubset(lost, { state: 'failed', nextAt: null })
    const refused = after(0, { kind: 'temporary', status: 'ESME_RSYSERR' }, 1, 'code')
    assert.equal(refused.state, 'waiting')
  })
})
