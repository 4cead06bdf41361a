import { test } from '@japa/runner'
import { DateTime, Settings } from 'luxon'
import { Calendar, Deadline, movedDay, type Rule } from '#organisation'

const PROMISE: Rule = {
  ...{ id: 1, authorityId: null, clock: 'promise', petitionKind: null, days: 7 },
  ...{ counted: 'calendar', rolls: true, reason: '7 gün', reasonEn: '7 days', source: '' },
}
const WORKING: Rule = { ...PROMISE, days: 15, counted: 'working', rolls: false }
const LEGAL: Rule = { ...PROMISE, clock: 'legal', days: 30, rolls: false }

const at = (iso: string) => DateTime.fromISO(`${iso}T09:00`, { zone: 'Europe/Istanbul' })
const off = (iso: string, portion = 'full') => ({
  ...{ day: at(iso), portion, name: `izin ${iso}`, kind: 'administrative' },
})

/** As a row says it. */
function said(deadline: Deadline) {
  return {
    ...{ dueOn: deadline.on, daysOff: deadline.daysOff },
    ...{ reason: deadline.reason('tr'), reasonEn: deadline.reason('en') },
    rolledFrom: deadline.rolledFrom ?? null,
  }
}

function moved(rule: Rule, received: string, before: string[], entered: string[]) {
  const days = entered.map(at)
  const known = said(Deadline.for(at(received), rule, new Calendar(before.map((d) => off(d)))))
  const calendar = new Calendar([...before, ...entered].map((d) => off(d)))
  return movedDay(known, at(received), rule, days, calendar)
}

test.group('A last day, when days off are entered', (group) => {
  group.each.setup(() => {
    const now = Settings.now
    Settings.now = () => Date.parse('2026-11-23T09:00:00Z')
    return () => void (Settings.now = now)
  })

  test('rolls on from the day that is off, and says why', ({ assert }) => {
    const day = moved(PROMISE, '2026-11-23', [], ['2026-11-30'])!
    assert.equal(day.on.toISODate(), '2026-12-01')
    assert.equal(day.reason('tr'), '7 gün; 7. gün tatile geldiği için ilk iş günü')
    assert.include(day.daysOff, 'izin 2026-11-30')
    assert.equal(day.rolledFrom!.toISODate(), '2026-11-30')
  })

  test('of working days counts one more for each day that is off in between', ({ assert }) => {
    const day = moved(WORKING, '2026-11-23', [], ['2026-11-25', '2026-11-26'])!
    assert.equal(day.on.toISODate(), '2026-12-16')
    assert.match(day.reason('tr'), /; arada kalan resmî tatil ve idari izin günleri sayılmadı$/)
  })

  test('stays when the day is a weekend, of the day of receipt, behind it or off already', ({
    assert,
  }) => {
    for (const day of ['2026-11-28', '2026-11-23', '2026-12-15']) {
      assert.isNull(moved(WORKING, '2026-11-23', [], [day]), day)
    }
    assert.isNull(moved(PROMISE, '2026-11-23', [], ['2026-11-27']))
    assert.isNull(moved(WORKING, '2026-11-23', ['2026-11-25'], ['2026-11-25']))
  })

  test('stays for half a day, and goes on when both halves are off', ({ assert }) => {
    const known = said(Deadline.for(at('2026-11-23'), PROMISE, new Calendar([])))
    const days = [at('2026-11-30')]
    const half = new Calendar([off('2026-11-30', 'am')])
    const whole = new Calendar([off('2026-11-30', 'am'), off('2026-11-30', 'pm')])
    assert.isNull(movedDay(known, at('2026-11-23'), PROMISE, days, half))
    const day = movedDay(known, at('2026-11-23'), PROMISE, days, whole)!
    assert.equal(day.on.toISODate(), '2026-12-01')
  })

  test('of the law’s 30 days never moves', ({ assert }) => {
    assert.isNull(moved(LEGAL, '2026-11-23', [], ['2026-12-23', '2026-12-24', '2026-11-30']))
  })

  test('that has passed stays; leave entered after its day moves one still to come', ({
    assert,
  }) => {
    assert.isNull(moved(PROMISE, '2026-11-13', [], ['2026-11-20']))
    const day = moved(WORKING, '2026-11-09', [], ['2026-11-20'])!
    assert.equal(day.on.toISODate(), '2026-12-01')
  })

  test('keeps the words of a reason that is no rule’s, and says what moved it', ({ assert }) => {
    const known = { ...said(Deadline.for(at('2026-11-23'), PROMISE, new Calendar([]))) }
    const ours = { ...known, reason: 'ek süre', reasonEn: 'extended' }
    const calendar = new Calendar([off('2026-11-30')])
    const day = movedDay(ours, at('2026-11-23'), PROMISE, [at('2026-11-30')], calendar)!
    assert.equal(day.reason('tr'), 'ek süre; sonradan ilan edilen tatil veya izin günü sayılmadı')
  })

  test('is never earlier, and is what the calendar gives anew, whatever is entered in what order', ({
    assert,
  }) => {
    const random = lot(20261128)
    for (let round = 0; round < 400; round++) {
      const rule = [PROMISE, WORKING, LEGAL][random(3)]!
      const received = at('2026-11-20').plus({ days: random(4) })
      const all: string[] = []
      let known = said(Deadline.for(received, rule, new Calendar([])))
      for (let entries = 0; entries < 1 + random(5); entries++) {
        const first = received.plus({ days: random(45) })
        const days = Array.from({ length: 1 + random(3) }, (_, n) => first.plus({ days: n }))
        all.push(...days.map((day) => day.toISODate()!))
        const calendar = new Calendar(all.map((day) => off(day)))
        const day = movedDay(known, received, rule, days, calendar)
        // The job was killed and begins again.
        const next = day ? { ...known, ...said2(day) } : known
        assert.isNull(movedDay(next, received, rule, days, calendar))
        assert.isAtLeast(next.dueOn.toMillis(), known.dueOn.toMillis())
        known = next
        const anew = Deadline.for(received, rule, calendar)
        const what = `${rule.counted} from ${received.toISODate()} over ${all.join()}`
        assert.equal(known.dueOn.toISODate(), anew.on.toISODate(), what)
      }
    }
  })
})

function said2(day: NonNullable<ReturnType<typeof movedDay>>) {
  return {
    ...{ dueOn: day.on, daysOff: day.daysOff, rolledFrom: day.rolledFrom ?? null },
    ...{ reason: day.reason('tr'), reasonEn: day.reason('en') },
  }
}

/** Numbers below another one, the same in each run. */
function lot(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}
