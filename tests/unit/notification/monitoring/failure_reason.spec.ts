import { test } from '@japa/runner'
import { says } from '#tests/support/at_the_card'
import { MISSED, STATES } from '../../../../app/notification/message_states.ts'
import { FAULTS, meaningOfSubmit, statusName } from '#sms'
import { failureReason } from '../../../../app/notification/monitoring/failure_reason.ts'

const KNOWN_STATUSES = [
  ...[0x04, 0x08, 0x0a, 0x0b, 0x14, 0x33, 0x45, 0x48, 0x50, 0x53, 0x58, 0x64, 0x65, 0x66],
  ...[0xfe, 0xff],
]
const OWN = [
  ...['not_a_mobile_number', 'expired', 'throttled', 'no_link', 'not_sendable'],
  ...['quiet_hours', 'daily_cap', 'secret_renewed', 'smtp_550', 'smtp_421', 'econnection'],
  ...FAULTS,
]
/** Of companies and of Kannel. */
const OVER_HTTP = [
  ...['http_301', 'http_403', 'http_422', 'http_429', 'http_500', 'http_502', 'http_503'],
  ...['ECONNRESET', 'HPE_INVALID_CONSTANT', 'no_answer_in_time', 'unforeseen_answer', 'drained'],
  ...['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR'],
  ...['Authorization_failed', 'Not_routable', 'Temporal_failure', 'INSUFFICIENT_CREDITS'],
]

/** As versions before December 2026 wrote them. */
const OLD: [string, string][] = [
  ['paused', 'busy'],
  ['broken_connection', 'linkLost'],
  ['no answer to submit_sm within 30000 ms', 'linkLost'],
  ['closed by the other side', 'linkLost'],
  ['unbound by the other side', 'linkLost'],
  ['the other side reads nothing', 'linkLost'],
  ['unreadable submit_sm_resp', 'linkLost'],
  ['PDU of 4 octets', 'linkLost'],
  ['read ECONNRESET', 'linkLost'],
]

test.group('Why a message did not arrive', () => {
  test('has a sentence for {$self}')
    .with([...KNOWN_STATUSES.map(statusName), ...OWN, ...OVER_HTTP])
    .run(({ assert }, fault) => {
      const { key, code } = failureReason({ state: 'failed', fault })!
      assert.notEqual(key, 'other')
      assert.isNull(code)
      assert.isNotEmpty(says(`notification.failureReason.${key}`))
    })

  test('is still said of an older row: {0}')
    .with(OLD)
    .run(({ assert }, [fault, key]) => {
      assert.deepEqual(failureReason({ state: 'failed', fault }), { key, code: null })
    })

  test('keeps a status of SMPP that no sentence says', ({ assert }) => {
    for (const fault of ['ESME_RINVSCHED', 'ESME_RINVEXPIRY']) {
      assert.deepEqual(failureReason({ state: 'rejected', fault }), { key: 'other', code: fault })
    }
  })

  test('keeps a code that nobody foresaw for whoever keeps the machine', ({ assert }) => {
    assert.equal(meaningOfSubmit(0x40a), 'unknown')
    const fault = statusName(0x40a)
    assert.deepEqual(failureReason({ state: 'rejected', fault }), { key: 'other', code: fault })
    assert.isNotEmpty(says('notification.failureReason.other'))
  })

  test('is said of every message that was missed, also without a code', ({ assert }) => {
    for (const state of MISSED.filter((one) => one !== 'failed')) {
      const reason = failureReason({ state, fault: null })!
      assert.isNotEmpty(says(`notification.failureReason.${reason.key}`))
    }
    for (const state of STATES) {
      if (MISSED.includes(state) || state === 'unknown') continue
      assert.isNull(failureReason({ state, fault: null }), state)
    }
  })
})
