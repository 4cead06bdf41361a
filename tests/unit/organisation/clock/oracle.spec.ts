import { test } from '@japa/runner'
import { DateTime, Settings } from 'luxon'
import { hoursLater } from '#organisation'
import { Calendar } from '../../../../app/organisation/deadlines/calendar.ts'
import { Told } from './told.ts'
import { Oracle } from './oracle.ts'
import { dayNumber, HOLIDAYS, isoOf, lot, story } from './stories.ts'

const STORIES = 100_000
const HOURS = 10_000
/** 08:30–12:30 and 13:30–17:30 from Monday to Friday. */
const OPEN = [
  [510, 750],
  [810, 1050],
] as const
const WEEK = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens: '08:30', closes: '12:30' },
  { weekday, opens: '13:30', closes: '17:30' },
])

test.group('The clock, beside somebody who walks day by day', (group) => {
  group.each.setup(() => {
    const now = Settings.now
    return () => void (Settings.now = now)
  })

  test('says the same day in a hundred thousand stories from 2024 to 2030', ({ assert }) => {
    const random = lot(20261129)
    const seen = { moved: 0, asked: 0, answered: 0, extended: 0, fee: 0, paid: 0 }
    for (let at = 0; at < STORIES; at++) {
      const one = story(random)
      const oracle = new Oracle(one)
      const told = new Told(one, random(24 * 60))
      const differs = () => told.day !== oracle.due
      if (differs()) assert.fail(`received: ${words(one, told.day, oracle.due)}`)
      for (const act of one.acts) {
        const [before, stood] = [told.day, told.isPaused]
        oracle.act(act)
        if (told.act(act)) seen[told.did]++
        // Paid or answered sooner than on the last day for it, it is sooner than was said meanwhile.
        if (told.day < before && !stood) {
          assert.fail(`went back: ${words(one, told.day, before)}`)
        }
        if (told.isPaused !== oracle.isPaused) assert.fail(`stands: ${words(one, 0, 0)}`)
        if (differs()) {
          assert.fail(`${act.does} on ${isoOf(act.on)}: ${words(one, told.day, oracle.due)}`)
        }
      }
    }
    // Nothing is proved by stories in which nothing happens.
    for (const times of Object.values(seen)) assert.isAbove(times, STORIES / 20)
  })

  test('says the same minute in open hours, over nights, half days and holidays', ({ assert }) => {
    const random = lot(8301730)
    const holidays = HOLIDAYS.map(({ day, portion }) => ({
      ...{ day: DateTime.fromISO(isoOf(day), { zone: 'utc' }), portion, name: '', kind: '' },
    }))
    const office = { authority: { openingHours: WEEK }, calendar: new Calendar(holidays) }
    const rule = { amount: 1, working: true, rolls: false, acts: [] }
    const oracle = new Oracle({ ...rule, received: dayNumber('2024-01-01'), holidays: HOLIDAYS })
    for (let at = 0; at < HOURS; at++) {
      const from = (dayNumber('2024-01-01') + random(2400)) * 1440 + random(96) * 15
      const hours = 1 + random(40)
      const shown = hoursLater(momentAt(from), hours, office as never)
      const walked = oracle.hoursLater(from, hours, OPEN)
      if (shown.toMillis() !== momentAt(walked).toMillis()) {
        assert.fail(`${hours} h from ${momentAt(from).toISO()}: ${shown.toISO()}`)
      }
    }
  })
})

/** Minutes since day 0 in Türkiye. */
function momentAt(minute: number) {
  return DateTime.fromMillis((minute - 180) * 60_000, { zone: 'utc' })
}

function words(one: object, said: number, walked: number) {
  return `${isoOf(said)} said, ${isoOf(walked)} walked: ${JSON.stringify(one)}`
}
