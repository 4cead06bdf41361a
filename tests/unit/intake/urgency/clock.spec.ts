import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Calendar } from '#organisation'
import { opensNext, urgentUntil } from '../../../../app/intake/urgency/clock.ts'

const WEEK = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens: '08:30', closes: '12:30' },
  { weekday, opens: '13:30', closes: '17:30' },
])

/** Monday to Friday, off on Tuesday 1 December 2026. */
function office(about: { dutyPhone?: string; openingHours?: object[] } = {}) {
  const authority = { duty: null, dutyPhone: null, openingHours: WEEK, ...about }
  return { authority, calendar } as unknown as Parameters<typeof opensNext>[1]
}

const tuesday = { day: DateTime.fromISO('2026-12-01', { zone: 'utc' }), name: 'izin' }
const calendar = new Calendar([{ ...tuesday, portion: 'full', kind: 'administrative' }])

/** As clocks show it in Türkiye. */
const at = (time: string) => DateTime.fromISO(`${time}+03:00`).toUTC()
const shown = (moment: DateTime | null) =>
  moment?.setZone('UTC+3').toFormat("yyyy-MM-dd'T'HH:mm") ?? null

test.group('The clock of what is urgent', () => {
  test('runs while the office is open', ({ assert }) => {
    const until = (from: string, hours: number) => shown(urgentUntil(at(from), hours, office()))
    assert.equal(until('2026-11-30T09:00', 2), '2026-11-30T11:00')
    assert.equal(until('2026-11-30T12:00', 2), '2026-11-30T15:00')
    assert.equal(until('2026-11-30T17:00', 2), '2026-12-02T10:00', 'over a day off')
    assert.equal(until('2026-11-28T03:00', 2), '2026-11-30T10:30', 'over a weekend')
    assert.equal(until('2026-11-30T08:30', 24), '2026-12-03T17:30')
  })

  test('runs through the night where somebody is on duty, or nobody wrote hours', ({ assert }) => {
    for (const one of [office({ dutyPhone: '0500 000 00 01' }), office({ openingHours: [] })]) {
      const until = urgentUntil(at('2026-11-28T03:00'), 2, one)
      assert.equal(shown(until), '2026-11-28T05:00')
      assert.isNull(opensNext(at('2026-11-28T03:00'), one))
    }
  })

  test('says when somebody is there again', ({ assert }) => {
    assert.isNull(opensNext(at('2026-11-30T09:00'), office()))
    assert.equal(shown(opensNext(at('2026-11-30T12:45'), office())), '2026-11-30T13:30')
    assert.equal(shown(opensNext(at('2026-11-30T18:00'), office())), '2026-12-02T08:30')
  })
})
