import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Calendar, Deadline, hoursLater } from '#organisation'
import { HOLIDAYS, isoOf } from './stories.ts'

const calendar = new Calendar(
  HOLIDAYS.map(({ day, portion }) => ({
    ...{ day: DateTime.fromISO(isoOf(day), { zone: 'utc' }), portion, name: 'tatil' },
    kind: 'statutory',
  }))
)

function lastDay(received: string, days: number, counted: string, rolls = false) {
  const words = { reason: '', reasonEn: '', source: '' }
  const which = { id: 1, authorityId: null, clock: 'promise', petitionKind: null }
  const rule = { ...which, days, counted, rolls, ...words }
  const at = DateTime.fromISO(received, { zone: 'Europe/Istanbul' })
  return Deadline.for(at, rule, calendar).on.toISODate()
}

const open = (weekdays: number[], ...spans: [string, string][]) =>
  weekdays.flatMap((weekday) => spans.map(([opens, closes]) => ({ weekday, opens, closes })))
const WEEKDAYS = [1, 2, 3, 4, 5]
const AT_NIGHT = open([...WEEKDAYS, 6], ['00:00', '06:00'], ['22:00', '24:00'])
const BY_DAY = open(WEEKDAYS, ['09:00', '17:00'])

function hours(from: string, count: number, openingHours: object[], days = calendar) {
  const office = { authority: { openingHours }, calendar: days } as never
  const at = hoursLater(DateTime.fromISO(`${from}+03:00`), count, office)
  return at.setZone('UTC+3').toFormat("yyyy-MM-dd'T'HH:mm")
}

test.group('The clock in cases that have a name', () => {
  test('of a Monday in November 2026 and of the Friday before Ramazan 2024', ({ assert }) => {
    assert.equal(lastDay('2026-11-23', 7, 'calendar', true), '2026-11-30')
    assert.equal(lastDay('2026-11-23', 7, 'working'), '2026-12-02')
    assert.equal(lastDay('2026-11-23', 30, 'calendar'), '2026-12-23')
    assert.equal(lastDay('2026-11-23', 15, 'working'), '2026-12-14')
    assert.equal(lastDay('2024-04-05', 7, 'working'), '2024-04-24')
  })

  test('of a leap day, the turn of a year and nine days of Kurban', ({ assert }) => {
    assert.equal(lastDay('2028-02-28', 1, 'calendar'), '2028-02-29')
    assert.equal(lastDay('2024-01-31', 30, 'calendar'), '2024-03-01')
    assert.equal(lastDay('2025-12-31', 1, 'working'), '2026-01-02')
    // From Friday 14 June 2024 nobody works until Monday 24 June.
    assert.equal(lastDay('2024-06-14', 1, 'working'), '2024-06-24')
    assert.equal(lastDay('2024-06-11', 7, 'calendar', true), '2024-06-24')
  })

  // Calendars of desks that other projects count wrong: a shift over midnight, an hour asked for after
  // closing, one that fills a day to its last minute, a weekend, and a holiday in between.
  test('of hours at night, at closing, over a weekend and over a holiday', ({ assert }) => {
    const none = new Calendar([])
    assert.equal(hours('2026-11-30T23:00', 2, AT_NIGHT, none), '2026-12-01T01:00')
    assert.equal(hours('2026-11-30T05:00', 2, AT_NIGHT, none), '2026-11-30T23:00')
    assert.equal(hours('2026-11-30T17:00', 1, BY_DAY), '2026-12-01T10:00')
    assert.equal(hours('2026-11-30T09:00', 8, BY_DAY), '2026-11-30T17:00')
    assert.equal(hours('2026-11-27T16:00', 2, BY_DAY), '2026-11-30T10:00')
    assert.equal(hours('2026-11-28T12:00', 1, BY_DAY), '2026-11-30T10:00')
    // Whoever opens on Saturdays does not on the first of May.
    const six = open([...WEEKDAYS, 6], ['09:00', '17:00'])
    assert.equal(hours('2027-04-16T16:00', 2, six), '2027-04-17T10:00')
    assert.equal(hours('2027-04-30T16:00', 2, six), '2027-05-03T10:00')
    assert.equal(hours('2026-12-31T16:00', 2, BY_DAY), '2027-01-04T10:00')
  })

  test('of hours on the eve of a holiday end at one o’clock', ({ assert }) => {
    assert.equal(hours('2026-10-28T11:00', 2, BY_DAY), '2026-10-28T13:00')
    assert.equal(hours('2026-10-28T12:00', 2, BY_DAY), '2026-10-30T10:00')
    assert.equal(hours('2026-10-28T14:00', 1, BY_DAY), '2026-10-30T10:00')
  })

  test('do not end where nobody wrote when the office is open', ({ assert }) => {
    assert.equal(hours('2026-11-28T03:00', 2, []), '2026-11-28T05:00')
  })
})
