import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { ClimbedTally, climbedTo, DailyRound, Petition } from '#intake'
import { Catalogue, changeLadder } from '#organisation'
import { Referral } from '#routing'
import { today } from '#shared/dates/turkish_date'
import { emptied } from '#tests/support/database'
import { officer, received, referredTo, unit } from '#tests/support/journey'
import {
  addresses,
  digests,
  isPast,
  itIs,
  onAWednesday,
  round,
  rungs,
} from '#tests/support/reminding'
import { standsInFor } from '#tests/support/standing_in'

const THURSDAY = '2026-12-03T09:00:00Z'

test.group('The daily round', (group) => {
  onAWednesday(group)
  emptied(group)

  group.each.setup(() => addresses('masa', 'sef', 'kaymakam', 'tarim', 'tarim.amir', 'muftuluk'))

  test('reminds whoever works on it two working days before, and on the day', async ({
    assert,
  }) => {
    const [near, there, later] = [
      await referredTo('TAR'),
      await referredTo('TAR'),
      await referredTo('TAR'),
    ]
    await isPast(near, -2)
    await isPast(there, 0)
    await isPast(later, -3)
    await round()
    assert.deepEqual(await rungs(), ['soon', 'today'])
    assert.deepEqual(await digests(), [{ to: 'tarim', soon: 1, today: 1, news: 3 }])
    const steps = await db.from('steps').where('kind', 'reminded').orderBy('petition_id')
    assert.deepEqual(
      steps.map(({ note }) => note),
      [
        'Söz verilen gün: yaklaşıyor, çalışana hatırlatıldı',
        'Söz verilen gün: çalışana hatırlatıldı',
      ]
    )
  })

  test('climbs each working day after it, and tells each person once a day', async ({ assert }) => {
    const petition = await referredTo('TAR')
    await isPast(petition, 1)
    await round()
    assert.deepEqual(await rungs(), ['today', 'head'])
    assert.deepEqual(await digests(), [
      { to: 'tarim', late: 1, news: 1 },
      { to: 'tarim.amir', climbed: 1 },
    ])
    await db.from('messages').delete()
    itIs(THURSDAY)
    await round()
    itIs('2026-12-04T09:00:00Z')
    await db.from('messages').delete()
    await round()
    assert.deepEqual(await rungs(), ['today', 'head', 'chief', 'governor'])
    assert.deepEqual(await digests(), [
      { to: 'tarim', late: 1 },
      { to: 'tarim.amir', climbed: 1 },
      { to: 'sef', climbed: 1 },
      { to: 'kaymakam', climbed: 1 },
    ])
    itIs('2026-12-05T09:00:00Z')
    await db.from('messages').delete()
    await round()
    assert.deepEqual(await digests(), [], 'on a Saturday nobody is there')
    const climbed = await db.from('steps').where({ petition_id: petition.id, kind: 'climbed' })
    assert.lengthOf(climbed, 3)
  })

  test('catches up once on days that the server was off', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    await isPast(petition, 9)
    await round()
    assert.deepEqual(await rungs(), ['today', 'head', 'chief', 'governor'])
    const figures = await client.get('/izleme').loginAs(await officer('kaymakam'))
    figures.assertStatus(200)
    figures.assertTextIncludes('Son günlük kontrolde geciktiği için bildirilmiş başvurular:')
    const counted = await ClimbedTally.seenBy(await officer('kaymakam'))
    assert.deepEqual(
      counted.map(({ count }) => count),
      [1, 1, 1]
    )
    const steps = await db.from('steps').where({ petition_id: petition.id, kind: 'climbed' })
    assert.deepEqual(
      steps.map(({ note }) => note),
      ['Söz verilen gün: geçti, yöneticilere bildirildi']
    )
    const told = await digests()
    assert.lengthOf(told, 4)
  })

  test('run again, by two at once or with the clock set back reminds nobody twice', async ({
    assert,
  }) => {
    for (let at = 0; at < 30; at++) await isPast(await referredTo('TAR'), at % 5)
    await Promise.all([round(), round()])
    await round()
    await db.from('daily_rounds').delete()
    await round()
    itIs('2026-12-01T09:00:00Z')
    await round()
    itIs('2026-12-02T10:00:00Z')
    await round()
    const all = await db.from('reminders')
    // Of five kinds of six: on the day, and one, two, three and three rungs above it.
    assert.lengthOf(all, 6 * (1 + 2 + 3 + 4 + 4))
    const told = (await digests()).filter(({ to }) => to === 'tarim')
    assert.lengthOf(told, 2, 'one of each day, the one before it too')
  })

  test('goes by both clocks, and by what the legal one says after a moved promise', async ({
    assert,
  }) => {
    const petition = await referredTo('TAR')
    await isPast(petition, -9)
    await isPast(petition, 2, 'legal_due_on')
    await round()
    const rows = await db.from('reminders').orderBy('id')
    assert.deepEqual(
      rows.map(({ clock, rung }) => `${clock} ${rung}`),
      ['legal today', 'legal head', 'legal chief']
    )
  })

  test('tells the substitute of whoever is away, and not that one', async ({ assert }) => {
    await standsInFor(await officer('muftuluk'), await officer('tarim'))
    await isPast(await referredTo('TAR'), 0)
    await round()
    assert.deepEqual(await digests(), [{ to: 'muftuluk', today: 1, news: 1 }])
  })

  test('ends what stood when the petition has another unit, and begins there', async ({
    assert,
  }) => {
    const petition = await referredTo('TAR')
    await isPast(petition, 1)
    await round()
    const fresh = await Petition.findOrFail(petition.id)
    const { bureau } = await Catalogue.of(petition.authorityId)
    await fresh.change((current, trx) => current.returned({ note: 'Bizim değil.' }, trx))
    await Referral.make(fresh, await unit('MUF'), await officer('sef'))
    itIs(THURSDAY)
    await round()
    const standing = await db.from('reminders').whereNull('until').orderBy('id')
    const muf = await unit('MUF')
    assert.deepEqual(
      standing.map(({ rung, unit_id: of }) => [rung, of]),
      [
        ['today', muf.id],
        ['head', muf.id],
        ['chief', bureau.id],
      ]
    )
  })

  test('what goes back to the unit where it had climbed stands there again', async ({ assert }) => {
    const petition = await referredTo('TAR')
    await isPast(petition, 1)
    await round()
    const fresh = await Petition.findOrFail(petition.id)
    await fresh.change((current, trx) => current.returned({ note: 'Bizim değil.' }, trx))
    itIs(THURSDAY)
    await round()
    const amir = await officer('tarim.amir')
    assert.isEmpty((await climbedTo(amir)).numbers)
    const now = await Petition.findOrFail(petition.id)
    await Referral.make(now, await unit('TAR'), await officer('sef'))
    itIs('2026-12-04T09:00:00Z')
    await round()
    assert.deepEqual((await climbedTo(amir)).numbers, [petition.number])
    const [{ count }] = await db.from('reminders').where('rung', 'head').count('* as count')
    assert.equal(Number(count), 2, 'here once, and once at the bureau meanwhile')
  })

  test('reminds of nothing that is concluded or withdrawn', async ({ assert }) => {
    const petition = await received()
    await isPast(petition, 3)
    await db.from('petitions').update({ stage: 'withdrawn' })
    await round()
    assert.deepEqual(await rungs(), [])
  })

  test('holds by the rules of when it began, and by new ones the next day', async ({ assert }) => {
    const petition = await referredTo('TAR')
    await isPast(petition, 1)
    await DailyRound.of(today())
    itIs('2026-12-02T09:05:00Z')
    const sef = await officer('sef')
    const late = { before: null, onDay: false, head: 5, chief: 6, governor: null }
    const seen = { rule: null, version: 0 }
    await db.transaction((trx) => changeLadder(late, 'promise', seen, sef, trx))
    await round()
    assert.deepEqual(await rungs(), ['today', 'head'])
    const other = await referredTo('TAR')
    await isPast(other, 3)
    itIs(THURSDAY)
    await round()
    assert.deepEqual(await rungs(), ['today', 'head'], 'the new rule waits for five days')
  })
})
