import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Dice } from '#database/demo/dice'
import { OfficeHours } from '#database/demo/office_hours'
import { momentOfNext } from '#database/demo/story'
import { Catalogue } from '#organisation'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'

const MONDAY = DateTime.fromISO('2026-11-30T00:00', { zone: 'Europe/Istanbul' })
const SEEDS = 40
const ACTS = 3

test.group('The moments of a demonstration', (group) => {
  wrapped(group)

  test('are never later than now, and none comes before the one before it, also on a Monday', async ({
    assert,
  }) => {
    const { authority } = await district()
    const { calendar } = await Catalogue.of(authority.id)
    for (let hour = 1; hour <= 24; hour++) {
      for (let seed = 0; seed < SEEDS; seed++) {
        const dice = new Dice(seed)
        const now = MONDAY.plus({ hours: hour })
        const world = { dice, now, hours: new OfficeHours(calendar, dice) }
        let at: DateTime = now.minus({ days: 2, minutes: dice.between(2, 600) })
        for (let ahead = ACTS; ahead > 1; ahead--) {
          const next = momentOfNext(at, now, ahead, world)
          assert.isTrue(next > at && next <= now, `${hour} h, seed ${seed}: ${next.toISO()}`)
          at = next
        }
      }
    }
  })
})
