import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { hoursIntoRows } from '#database/opening_hours'
import { Authority, hoursIn } from '#organisation'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { hoursSentence } from '../../../../app/organisation/office/hours_words.ts'
import { OpeningTimes } from '../../../../app/organisation/office/opening_times.ts'

const WEEK = 'Hafta içi 08.30–12.30 ve 13.30–17.30'

test.group('Opening times', () => {
  test('are read as people write them, in their order', ({ assert }) => {
    const day = [
      { opens: '08:30', closes: '12:30' },
      { opens: '13:30', closes: '17:30' },
    ]
    for (const typed of [
      '08.30–12.30, 13.30–17.30',
      '13:30-17:30; 8:30 - 12:30',
      '8.30–12.30 ve 13.30–17.30',
    ]) {
      assert.deepEqual(OpeningTimes.parse(typed), day, typed)
    }
    assert.deepEqual(OpeningTimes.parse('00.00–24.00'), [{ opens: '00:00', closes: '24:00' }])
  })

  for (const typed of [
    ...['sabah', '08.30', '12.30–08.30', '25.00–26.00', '08.61–09.00', '08.00–12.00, 11.00–17.00'],
    ...['08.00–09.00, 10.00–11.00, 12.00–13.00, 14.00–15.00', '08.00–12.00,', '24.00–24.00'],
  ]) {
    test(`are not read out of ${typed}`, ({ assert }) => {
      assert.isNull(OpeningTimes.parse(typed))
    })
  }
})

test.group('The sentence of the opening hours', (group) => {
  wrapped(group)

  test('comes out of the rows, and goes back into them', ({ assert }) => {
    for (const sentence of [WEEK, 'Her gün 00.00–24.00', `${WEEK}; Hafta sonu 10.00–14.00`]) {
      assert.equal(hoursSentence(hoursIn(sentence)!, 'tr'), sentence)
    }
    assert.equal(hoursSentence(hoursIn(WEEK)!, 'en'), 'Weekdays 08.30–12.30 and 13.30–17.30')
    for (const other of ['8–17', 'Hafta içi sabahları', '', `${WEEK}; ${WEEK}`]) {
      assert.isNull(hoursIn(other), other)
    }
  })

  test('names the days that have hours of their own', ({ assert }) => {
    const on = (weekday: number, closes: string) => ({ weekday, opens: '09:00', closes })
    const days = [1, 2, 3, 4].map((day) => on(day, '17:00'))
    assert.equal(
      hoursSentence([...days, on(5, '12:00'), on(7, '12:00')], 'tr'),
      'Pazartesi–Perşembe 09.00–17.00; Cuma ve Pazar 09.00–12.00'
    )
  })

  test('stays a note where rows cannot say it', async ({ assert }) => {
    const { id } = (await district()).authority
    await db.from('opening_hours').delete()
    const written = async (hours: string) => {
      await db.from('authorities').where({ id }).update({ hours })
      await hoursIntoRows(db.connection())
      return Authority.whole().where('id', id).firstOrFail()
    }
    const noted = await written('Salı günleri öğleden sonra')
    assert.equal(noted.hoursIn('tr'), 'Salı günleri öğleden sonra')
    const kept = await written(WEEK)
    assert.isNull(kept.hours)
    assert.lengthOf(kept.openingHours, 10)
    assert.equal(kept.hoursIn('tr'), WEEK)
  })
})
