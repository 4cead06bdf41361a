import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime, Settings } from 'luxon'
import { LastDay, Petition } from '#intake'
import { Catalogue } from '#organisation'
import { dayOf, longDate, today } from '#shared/dates/turkish_date'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer } from '#tests/support/journey'
import { details } from '#tests/support/petitions'
import { card, daysAgo, newest, told, written, PETITIONER } from '#tests/support/brought'

const now = Settings.now
const on = (iso: string) => DateTime.fromISO(iso, { zone: 'Europe/Istanbul' })

test.group('A letter that is written down at the desk', (group) => {
  wrapped(group)
  group.each.teardown(() => {
    Settings.now = now
  })

  test('has both clocks from the day on which it came', async ({ client, assert }) => {
    const fields = { channel: 'letter', arrivedOn: daysAgo(3), writtenOn: daysAgo(5) }
    const sent = await written(client, { ...fields, ...PETITIONER })
    sent.assertStatus(303)
    const petition = await newest()
    assert.equal(petition.channel, 'letter')
    const came = today().minus({ days: 3 })
    assert.equal(+petition.receivedAt, +came)
    const { promise, legal } = (await district()).deadlines(came, 'request')
    assert.equal(petition.dueOn.toISODate(), promise.on.toISODate())
    assert.equal(petition.legalDueOn.toISODate(), legal.on.toISODate())
    const { promise: why } = await LastDay.of(petition)
    assert.equal(why!.reasonIn('tr'), promise.reason('tr'))
    const shown = await card(client, petition)
    assert.include(shown, `${longDate(came)} · Mektup`)
    assert.include(shown, longDate(today().minus({ days: 5 })))
  })

  test('says in its history when it was written down', async ({ client, assert }) => {
    const before = DateTime.utc().startOf('second')
    await written(client, { channel: 'letter', arrivedOn: daysAgo(10) })
    const petition = await newest()
    const { takenAt } = await petition.related('steps').query().firstOrFail()
    assert.isTrue(takenAt >= before)
    assert.isTrue(petition.receivedAt < before.minus({ days: 9 }))
  })

  test('never came tomorrow, nor long ago, nor before it was dated', async ({ client, assert }) => {
    const year = today().year
    for (const [fields, sentence] of [
      [{ arrivedOn: daysAgo(-1) }, 'Geldiği gün bugünden sonra olamaz.'],
      [{ arrivedOn: daysAgo(91) }, 'En çok 90 gün önceki bir gün yazılabilir.'],
      [{ arrivedOn: '2.12.0999' }, 'Geldiği günü 2.12.2026 gibi yazın.'],
      [{ arrivedOn: `1.1.${year - 1}` }, 'Yılı kontrol edin'],
      [{ arrivedOn: daysAgo(3), writtenOn: daysAgo(2) }, 'bize geldiği günden sonra olamaz'],
      [{ writtenOn: daysAgo(-1) }, 'bize geldiği günden sonra olamaz'],
      [{ registeredOn: daysAgo(-1) }, 'Evrak kayıt tarihi bugünden sonra olamaz.'],
      [{ paperNumber: 'yok' }, 'en az bir rakam'],
    ] as const) {
      const page = await written(client, { channel: 'letter', ...fields })
      page.assertStatus(422)
      assert.include(page.text(), sentence)
      assert.match(page.text(), /<details class="desk__more" id="paper" open/)
      for (const typed of Object.values(fields)) assert.include(page.text(), `value="${typed}"`)
    }
    assert.isEmpty(await db.from('petitions'))
  })

  test('may have come ninety days ago, and today means now', async ({ client, assert }) => {
    await written(client, { arrivedOn: daysAgo(90) })
    assert.equal(+(await newest()).receivedAt, +today().minus({ days: 90 }))
    const before = DateTime.utc().startOf('second')
    await written(client, { text: 'Yol bozuk.', arrivedOn: daysAgo(0) })
    assert.isTrue((await newest()).receivedAt >= before)
  })

  test('promises no past day when it lay too long', async ({ client, assert }) => {
    const sent = await written(client, { ...PETITIONER, arrivedOn: daysAgo(60) })
    const slip = await client.get(sent.header('location')!).loginAs(await officer('masa'))
    const petition = await newest()
    assert.isTrue(petition.isOverdue)
    assert.notInclude(slip.text(), 'receipt__date')
    assert.include(slip.text(), 'cevabınız gecikti')
    assert.include(slip.text(), longDate(petition.receivedAt))
    assert.lengthOf(await told(), 1)
  })

  test('of last year has a number of last year, and its holidays between', async ({ assert }) => {
    const morning = +on('2027-01-04T10:00')
    Settings.now = () => morning
    Catalogue.forget()
    const arrivedAt = on('2026-12-24')
    const { petition } = await Petition.receive(details({ channel: 'letter' }), { arrivedAt })
    assert.equal(petition.number.slice(0, 2), '26')
    assert.equal(dayOf(petition.dueOn).toISODate(), '2026-12-31')
    const eve = { arrivedAt: on('2026-12-25') }
    const { petition: next } = await Petition.receive(details({ text: 'Yol.' }), eve)
    // The seventh day is New Year's, then a week-end.
    assert.equal(dayOf(next.dueOn).toISODate(), '2027-01-04')
  })

  test('is asked about when the same words are written down twice', async ({ client, assert }) => {
    const fields = { ...PETITIONER, channel: 'letter', arrivedOn: daysAgo(10) }
    await written(client, fields)
    const again = await written(client, fields)
    again.assertStatus(422)
    assert.include(again.text(), 'name="again"')
    assert.lengthOf(await db.from('petitions'), 1)
  })
})
