import { test } from '@japa/runner'
import { DateTime, Settings } from 'luxon'
import {
  dateTime,
  dateWithWeekday,
  dayOf,
  daysBetween,
  longDate,
  shortDate,
  today,
} from '#shared/dates/turkish_date'

const date = (text: string) => DateTime.fromISO(text, { zone: 'utc' })

test.group('Turkish date', () => {
  test('is written as a letter writes it', ({ assert }) => {
    assert.equal(longDate(date('2026-12-02')), '2 Aralık 2026')
    assert.equal(longDate(date('2026-12-02'), 'en'), '2 December 2026')
    assert.equal(dateWithWeekday(date('2026-11-30'), 'tr'), '30 Kasım 2026 Pazartesi')
    assert.equal(dateWithWeekday(date('2026-11-30'), 'en'), 'Monday 30 November 2026')
  })

  test('is short in a text message', ({ assert }) => {
    assert.equal(shortDate(date('2026-12-02')), '02.12.2026')
  })

  test('gives the hour that the clock on the wall in Türkiye shows', ({ assert }) => {
    const moment = date('2026-11-23T11:05:00Z')
    assert.equal(dateTime(moment), '23 Kasım 2026 14.05')
    assert.equal(dateTime(moment, 'en'), '23 November 2026 14:05')
  })

  test('knows the summer time that there was until 2016', ({ assert }) => {
    assert.equal(dateTime(date('2015-01-31T22:30:00Z')), '1 Şubat 2015 00.30')
    assert.equal(dateTime(date('2015-07-31T21:30:00Z')), '1 Ağustos 2015 00.30')
    assert.equal(dateTime(date('2017-01-31T21:30:00Z')), '1 Şubat 2017 00.30')
    assert.equal(dayOf(date('2016-12-31T22:00:00Z')).toISO(), '2017-01-01T00:00:00.000+03:00')
  })

  test('is already tomorrow in Türkiye when it is 21.00 in Greenwich', ({ assert }) => {
    const late = date('2026-11-23T21:00:00Z')
    assert.equal(longDate(late), '24 Kasım 2026')
    assert.equal(dayOf(late).toISO(), '2026-11-24T00:00:00.000+03:00')
  })

  test('keeps the day of a date that came from the database', ({ assert }) => {
    assert.equal(dayOf(date('2026-11-23')).toISODate(), '2026-11-23')
  })

  test('counts whole days from one day in Türkiye to another', ({ assert }) => {
    const evening = date('2026-11-23T20:59:59Z')
    const night = date('2026-11-23T21:00:00Z')
    assert.equal(daysBetween(evening, night), 1)
    assert.equal(daysBetween(night, evening), -1)
    assert.equal(daysBetween(night, date('2026-11-24')), 0)
    assert.equal(daysBetween(evening, date('2027-03-01T00:00:00Z')), 98)
    assert.equal(daysBetween(evening, dayOf(date('2026-11-30'))), 7)
  })

  test('knows today', ({ assert, cleanup }) => {
    const now = Settings.now
    cleanup(() => void (Settings.now = now))
    Settings.now = () => Date.parse('2026-11-23T22:30:00Z')
    assert.equal(today().toISODate(), '2026-11-24')
  })
})
