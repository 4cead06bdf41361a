import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { usualLimits } from '#config/sms'
import { SendingLimits } from '../../../../app/notification/limits/sending_limits.ts'
import { QuietHours } from '../../../../app/notification/limits/quiet_hours.ts'

const istanbul = (text: string) => DateTime.fromISO(text, { zone: 'Europe/Istanbul' })
const quiet = (hours: string, at: string) =>
  QuietHours.parse(hours).end(istanbul(at))?.setZone('Europe/Istanbul').toFormat('dd HH:mm')

test.group('Quiet hours', () => {
  test('go over midnight and end in the morning', ({ assert }) => {
    assert.equal(quiet('21:00-08:00', '2026-11-23T22:30'), '24 08:00')
    assert.equal(quiet('21:00-08:00', '2026-11-24T03:00'), '24 08:00')
    assert.equal(quiet('21:00-08:00', '2026-11-23T21:00'), '24 08:00')
    assert.isUndefined(quiet('21:00-08:00', '2026-11-24T08:00'))
    assert.isUndefined(quiet('21:00-08:00', '2026-11-23T20:59'))
  })

  test('may lie within one day', ({ assert }) => {
    assert.equal(quiet('12:00-13:30', '2026-11-23T12:15'), '23 13:30')
    assert.isUndefined(quiet('12:00-13:30', '2026-11-23T22:15'))
  })

  test('and the cap are on where real people are texted, and off in a trial', async ({
    assert,
  }) => {
    assert.deepEqual(usualLimits(true), {
      ...{ quietHours: '21:00-08:00', dailyCap: 5, mailDailyCap: 5 },
      ...{ dailyCeiling: 3_000, mailDailyCeiling: 3_000 },
    })
    assert.deepEqual(usualLimits(false), {
      ...{ quietHours: 'none', dailyCap: 0, mailDailyCap: 0 },
      ...{ dailyCeiling: 0, mailDailyCeiling: 0 },
    })
  })

  test('written wrongly stop the start, not the texts', ({ assert }) => {
    assert.throws(
      () => QuietHours.parse('21-8'),
      'SMS_QUIET_HOURS is written as 21:00-08:00 or none, not 21-8'
    )
    assert.throws(() => QuietHours.parse('25:00-08:00'), /25:00/)
    assert.throws(() => new SendingLimits({ dailyCap: -1 }), /a whole number of texts, 0 for none/)
  })
})
