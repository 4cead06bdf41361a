import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { dayOf } from '#shared/dates/turkish_date'
import { Calendar, type DayOff } from '../../../app/organisation/deadlines/calendar.ts'
import { Deadline, type Rule } from '../../../app/organisation/deadlines/deadline.ts'
import { ruleFor } from '../../../app/organisation/deadlines/rules/rule_for.ts'

const date = (text: string) => DateTime.fromISO(text, { zone: 'utc' })

function off(day: string, portion = 'full', kind = 'statutory'): DayOff {
  return { day: date(day), portion, kind, name: 'tatil' }
}

function rule(changes: Partial<Rule> = {}): Rule {
  return {
    id: 1,
    authorityId: null,
    clock: 'promise',
    petitionKind: null,
    days: 7,
    counted: 'calendar',
    rolls: true,
    reason: 'kayıttan sonra 7 gün',
    reasonEn: '7 days after receipt',
    source: 'Açık Kapı',
    ...changes,
  }
}

const workingDays = rule({ counted: 'working', rolls: false, reason: 'kayıttan sonra 7 iş günü' })
const law3071 = rule({ clock: 'legal', days: 30, rolls: false })
const law4982 = rule({
  clock: 'legal',
  petitionKind: 'informationRequest',
  days: 15,
  counted: 'working',
  rolls: false,
})

const ordinary = new Calendar([])

function lastDay(received: string, counting: Rule, calendar = ordinary) {
  return Deadline.for(date(received), counting, calendar).on.toISODate()
}

test.group('Deadline', () => {
  test('received on Monday 23 November 2026', ({ assert }) => {
    assert.equal(lastDay('2026-11-23', rule()), '2026-11-30')
    assert.equal(lastDay('2026-11-23', workingDays), '2026-12-02')
    assert.equal(lastDay('2026-11-23', law3071), '2026-12-23')
    assert.equal(lastDay('2026-11-23', law4982), '2026-12-14')
  })

  test('received before the long holiday of April 2024', ({ assert }) => {
    const ramazan = new Calendar([
      off('2024-04-08', 'full', 'administrative'),
      off('2024-04-09', 'pm'),
      off('2024-04-09', 'am', 'administrative'),
      off('2024-04-10'),
      off('2024-04-11'),
      off('2024-04-12'),
      off('2024-04-23'),
    ])
    const deadline = Deadline.for(date('2024-04-05'), workingDays, ramazan)
    assert.equal(deadline.on.toISODate(), '2024-04-24')
    assert.lengthOf(deadline.over, 7)
    assert.equal(
      deadline.reason(),
      'kayıttan sonra 7 iş günü; arada kalan resmî tatil ve idari izin günleri sayılmadı'
    )
  })

  test('counts the eve of a holiday as a working day', ({ assert }) => {
    const eve = new Calendar([off('2026-10-28', 'pm'), off('2026-10-29')])
    assert.equal(lastDay('2026-10-27', rule({ days: 1 }), eve), '2026-10-28')
    assert.equal(lastDay('2026-10-27', rule({ days: 1, counted: 'working' }), eve), '2026-10-28')
    assert.equal(lastDay('2026-10-27', rule({ days: 2, counted: 'working' }), eve), '2026-10-30')
  })

  test('rolls on over a holiday and says so', ({ assert }) => {
    const republicDay = new Calendar([off('2026-10-28', 'pm'), off('2026-10-29')])
    const deadline = Deadline.for(date('2026-10-22'), rule(), republicDay)
    assert.equal(deadline.on.toISODate(), '2026-10-30')
    assert.equal(deadline.rolledFrom?.toISODate(), '2026-10-29')
    assert.lengthOf(deadline.over, 1)
    assert.equal(
      deadline.reason('tr'),
      'kayıttan sonra 7 gün; 7. gün tatile geldiği için ilk iş günü'
    )
    assert.equal(
      deadline.reason('en'),
      '7 days after receipt; day 7 is not a working day, so the next working day'
    )
  })

  test('does not speak of a holiday that fell on a weekend anyway', ({ assert }) => {
    const victoryDay = new Calendar([off('2026-08-30')])
    const deadline = Deadline.for(date('2026-08-26'), workingDays, victoryDay)
    assert.lengthOf(deadline.over, 0)
    assert.equal(deadline.reason(), 'kayıttan sonra 7 iş günü')
  })

  test('rolls on over a weekend', ({ assert }) => {
    assert.equal(lastDay('2026-11-21', rule()), '2026-11-30')
    assert.equal(lastDay('2026-11-22', rule()), '2026-11-30')
  })

  test('the legal limit does not roll: law 3071 says thirty days and no more', ({ assert }) => {
    assert.equal(lastDay('2026-11-20', law3071), '2026-12-20')
  })

  test('says plainly why it is that day', ({ assert }) => {
    const deadline = Deadline.for(date('2026-11-23'), rule(), ordinary)
    assert.equal(deadline.reason('tr'), 'kayıttan sonra 7 gün')
    assert.equal(deadline.reason('en'), '7 days after receipt')
    assert.isUndefined(deadline.rolledFrom)
  })

  test('a petition late in the evening belongs to the day in Türkiye', ({ assert }) => {
    const lateOnSunday = DateTime.fromISO('2026-11-22T20:59:59Z')
    const earlyOnMonday = DateTime.fromISO('2026-11-22T21:00:00Z')
    assert.equal(Deadline.for(lateOnSunday, law3071, ordinary).on.toISODate(), '2026-12-22')
    assert.equal(Deadline.for(earlyOnMonday, law3071, ordinary).on.toISODate(), '2026-12-23')
  })
})

test.group('Deadline | whatever the calendar', () => {
  const start = dayOf(date('2026-01-01'))
  const day = fc.integer({ min: 0, max: 400 }).map((days) => start.plus({ days }))
  const portion = fc.constantFrom('full', 'am', 'pm')
  const kind = fc.constantFrom('statutory', 'administrative')
  const dayOff = fc.record({ day, portion, kind, name: fc.constant('tatil') })
  const calendar = fc.array(dayOff, { maxLength: 60 }).map((holidays) => new Calendar(holidays))
  const counting = fc.record({
    days: fc.integer({ min: 1, max: 60 }),
    counted: fc.constantFrom('calendar', 'working'),
    rolls: fc.boolean(),
  })

  test('a working deadline is a working day with so many working days behind it', ({ assert }) => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 1, max: 40 }), (days, received, count) => {
        const { on } = Deadline.for(received, rule({ days: count, counted: 'working' }), days)
        let passed = 0
        for (let next = received.plus({ days: 1 }); next <= on; next = next.plus({ days: 1 })) {
          if (days.isWorkingDay(next)) passed++
        }
        assert.isTrue(days.isWorkingDay(on))
        assert.equal(passed, count)
      })
    )
  })

  test('a rolled deadline is the first working day from the counted one on', ({ assert }) => {
    fc.assert(
      fc.property(calendar, day, (days, received) => {
        const { on, rolledFrom } = Deadline.for(received, rule(), days)
        const counted = received.plus({ days: 7 })
        assert.isTrue(days.isWorkingDay(on))
        assert.equal(rolledFrom === undefined, days.isWorkingDay(counted))
        for (let next = counted; next < on; next = next.plus({ days: 1 })) {
          assert.isFalse(days.isWorkingDay(next))
        }
      })
    )
  })

  test('one more day off never brings it forward', ({ assert }) => {
    fc.assert(
      fc.property(fc.array(dayOff), dayOff, day, counting, (holidays, leave, received, counts) => {
        const before = Deadline.for(received, rule(counts), new Calendar(holidays))
        const after = Deadline.for(received, rule(counts), new Calendar([...holidays, leave]))
        assert.isTrue(after.on >= before.on)
      })
    )
  })

  test('what comes later is never due earlier', ({ assert }) => {
    fc.assert(
      fc.property(calendar, day, counting, (days, received, counts) => {
        const first = Deadline.for(received, rule(counts), days)
        const second = Deadline.for(received.plus({ days: 1 }), rule(counts), days)
        assert.isTrue(second.on >= first.on)
      })
    )
  })
})

test.group('Deadline | which rule counts', () => {
  const own = rule({ authorityId: 4, days: 5 })
  const ownLegal = rule({ authorityId: 4, clock: 'legal', days: 20 })

  test('the authority’s own promise before the nation’s', ({ assert }) => {
    assert.equal(ruleFor([rule(), own, law3071], 'promise', 'complaint'), own)
    assert.equal(ruleFor([own, rule(), law3071], 'promise', 'complaint'), own)
  })

  test('the rule for freedom of information before the general limit', ({ assert }) => {
    assert.equal(ruleFor([law3071, law4982], 'legal', 'informationRequest'), law4982)
    assert.equal(ruleFor([law3071, law4982], 'legal', 'complaint'), law3071)
  })

  test('an authority’s general limit leaves freedom of information to law 4982', ({ assert }) => {
    assert.equal(ruleFor([law3071, ownLegal, law4982], 'legal', 'informationRequest'), law4982)
    assert.equal(ruleFor([law3071, ownLegal, law4982], 'legal', 'request'), ownLegal)
  })

  test('no rule at all is a fault that names itself', ({ assert }) => {
    assert.throws(() => ruleFor([law3071], 'promise', 'request'), /"promise"/)
  })
})
