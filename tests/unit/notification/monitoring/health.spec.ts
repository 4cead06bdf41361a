import { freezeTime, test } from '@japa/runner'
import { type Outcome, SMPP_TIMES } from '#sms'
import { Health } from '../../../../app/notification/monitoring/health.ts'

const SENT: Outcome = { kind: 'sent', ids: ['1'] }
const LOST: Outcome = { kind: 'ambiguous', status: 'no_answer_in_time' }
const REFUSED: Outcome = { kind: 'temporary', status: 'ESME_RSYSERR' }
const BAD_NUMBER: Outcome = { kind: 'permanent', status: 'ESME_RINVDSTADR' }
const TOO_FAST: Outcome = { kind: 'throttled', status: 'ESME_RTHROTTLED' }
const UNTRIED: Outcome = { kind: 'throttled', status: 'no_link' }

const BEGIN = Date.parse('2026-11-28T09:00:00Z')

/** A gateway in a time that stands still until the test moves it. */
class Tried {
  readonly health = new Health('turk')

  constructor() {
    this.at(0)
  }

  at(seconds: number) {
    freezeTime(this.moment(seconds))
    return this.health
  }

  /** A try that took so many seconds. */
  tried(outcome: Outcome, seconds: { from: number; to: number }) {
    this.at(seconds.to).note(outcome, this.moment(seconds.from))
  }

  moment(seconds: number) {
    return new Date(BEGIN + seconds * 1_000)
  }
}

test.group('A gateway is', () => {
  test('well before anything was tried, and while texts get through', ({ assert }) => {
    const tried = new Tried()
    assert.isNull(tried.health.illSince)
    tried.tried(SENT, { from: 0, to: 1 })
    assert.isNull(tried.at(86_400).illSince)
    assert.isFalse(tried.health.isInDoubt)
  })

  test('ill when a whole window is lost: long before a minute and a half', ({ assert }) => {
    const tried = new Tried()
    for (let n = 0; n < 10; n++) tried.tried(LOST, { from: 0, to: SMPP_TIMES.response / 1_000 })
    assert.deepEqual(tried.health.illSince, tried.moment(0))
    assert.deepEqual(tried.health.alarm, { kind: 'failing', status: LOST.status })
    assert.isFalse(tried.health.mayProbe)
    assert.isTrue(tried.at(31).mayProbe, 'the window was one failed probe')
  })

  test('ill after a minute in which the only text was not answered', ({ assert }) => {
    const tried = new Tried()
    tried.tried(LOST, { from: 0, to: 30 })
    assert.isTrue(tried.health.isInDoubt)
    assert.isNull(tried.at(59).illSince)
    assert.deepEqual(tried.at(60).illSince, tried.moment(0))
  })

  test('not ill because of single failures between texts that get through', ({ assert }) => {
    const tried = new Tried()
    for (let second = 0; second < 600; second += 20) {
      tried.tried(REFUSED, { from: second, to: second + 1 })
      assert.isTrue(tried.health.isInDoubt)
      tried.tried(SENT, { from: second + 2, to: second + 3 })
      assert.isFalse(tried.health.isInDoubt)
    }
    assert.isNull(tried.at(700).illSince)
  })

  test('not ill because of {status}')
    .with([BAD_NUMBER, UNTRIED] as { kind: 'permanent' | 'throttled'; status: string }[])
    .run(({ assert }, outcome) => {
      const tried = new Tried()
      for (let second = 0; second < 600; second += 10) {
        tried.tried(outcome, { from: second, to: second + 1 })
      }
      assert.isNull(tried.health.illSince)
      assert.isFalse(tried.health.isInDoubt)
    })

  test('ill after a minute of nothing but pauses', ({ assert }) => {
    const tried = new Tried()
    for (let second = 0; second < 59; second++) {
      tried.tried(TOO_FAST, { from: second, to: second })
    }
    assert.isFalse(tried.health.isInDoubt)
    tried.tried(TOO_FAST, { from: 60, to: 60 })
    assert.deepEqual(tried.health.illSince, tried.moment(0))
  })

  test('probed less and less often, the least where each try ties a text', ({ assert }) => {
    const waits = (outcome: Outcome) => {
      const tried = new Tried()
      const all: number[] = []
      for (let second = 0; all.length < 14; second++) {
        if (!tried.at(second).mayProbe) continue
        all.push(second)
        tried.tried(outcome, { from: second, to: second })
      }
      return all.map((second, index) => second - (all[index - 1] ?? 0)).slice(3)
    }
    assert.deepEqual(waits(REFUSED), [4, 8, 16, 32, 60, 60, 60, 60, 60, 60, 60])
    assert.deepEqual(waits(LOST), [4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300])
  })

  test('well again when a probe gets through; soon ill again, it has to prove more', ({
    assert,
  }) => {
    const tried = new Tried()
    const falls = (second: number) => {
      for (let n = 0; n < 3; n++) tried.tried(REFUSED, { from: second, to: second })
      assert.isNotNull(tried.health.illSince)
    }
    const provesWith = (second: number) => {
      for (let texts = 1; ; texts++) {
        tried.tried(SENT, { from: second, to: second })
        if (!tried.health.illSince) return texts
        assert.isTrue(tried.health.mayProbe, 'the next one at once')
      }
    }
    const proofs = [100, 110, 120, 130, 140, 150, 160].map((second) => {
      falls(second)
      return provesWith(second + 1)
    })
    assert.deepEqual(proofs, [1, 2, 4, 8, 16, 16, 16])
    assert.isNull(tried.health.alarm)
    falls(10_000)
    assert.equal(provesWith(10_001), 1, 'long ago')
  })

  test('probed at once when somebody has mended something', ({ assert }) => {
    const tried = new Tried()
    for (let second = 0; second < 100; second++) tried.tried(LOST, { from: second, to: second })
    assert.isFalse(tried.health.mayProbe)
    tried.health.again()
    assert.isTrue(tried.health.mayProbe)
    assert.deepEqual(tried.health.illSince, tried.moment(0), 'since it began')
  })

  test('still ill when another process takes over', ({ assert }) => {
    const tried = new Tried()
    const since = tried.moment(-500)
    tried.health.begin(since)
    assert.deepEqual(tried.health.illSince, since)
    assert.isTrue(tried.health.mayProbe)
    tried.tried(SENT, { from: 1, to: 2 })
    assert.isNull(tried.health.illSince)
  })
})
