import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { inTime, ownClockOf, Petition } from '#intake'
import { Catalogue } from '#organisation'
import { Contact } from '#response'
import { wrapped } from '#tests/support/database'
import { district, districtId } from '#tests/support/databases/district'
import { officer, received, referredTo } from '#tests/support/journey'

const TALK = { way: 'call', result: 'reached', note: 'Konuştuk.' }

test.group('The desk’s own clock and the unit’s', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('run from the receipt and from the referral, in open hours', async ({ assert, client }) => {
    const petition = await received()
    const catalogue = await district()
    const desk = ownClockOf(petition, catalogue)!
    assert.equal(desk.clock, 'desk')
    assert.equal(desk.since.toMillis(), petition.receivedAt.toMillis())
    const page = await client.get(`/dosya/${petition.number}`).loginAs(await officer('masa'))
    page.assertTextIncludes('Masanın yönlendirmesi için')
    const referred = await referredTo('TAR')
    const unit = ownClockOf(referred, catalogue)!
    assert.equal(unit.clock, 'unit')
    assert.equal(unit.since.toMillis(), referred.unitSince.toMillis())
    const card = await client.get(`/dosya/${referred.number}`).loginAs(await officer('tarim'))
    card.assertTextIncludes('Birimin ilk görüşmesi için')
  })

  test('are a figure of the latest, each stay counted once', async ({ assert, client }) => {
    assert.equal((await inTime(districtId(), 'desk')).share, null)
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    await Contact.make(await Petition.findOrFail(petition.id), tarim, TALK)
    await Contact.make(await Petition.findOrFail(petition.id), tarim, { ...TALK, note: 'Yine.' })
    for (const clock of ['desk', 'unit'] as const) {
      assert.deepEqual(await inTime(districtId(), clock), { all: 1, kept: 1, share: 1 })
    }
    await db.from('office_times').where('clock', 'unit').update({ until: '2020-01-01 00:00:00' })
    assert.deepEqual(await inTime(districtId(), 'unit'), { all: 1, kept: 0, share: 0 })
    const page = await client.get('/izleme').loginAs(await officer('kaymakam'))
    page.assertTextIncludes('Masa, son 1 yönlendirmenin 1 tanesini kendi süresinde yaptı')
    page.assertTextIncludes('son 1 ilk görüşmenin 0 tanesini kendi süresinde yaptı')
  })

  test('count no complaint about the bureau', async ({ assert }) => {
    const catalogue = await district()
    const petition = await received()
    const about = { ...petition.$attributes, desk: 'management' } as Petition
    assert.isNull(ownClockOf(about, catalogue))
  })
})
