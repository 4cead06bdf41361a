import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { LastDay, Petition } from '#intake'
import { Catalogue } from '#organisation'
import { Referral } from '#routing'
import { dayOf } from '#shared/dates/turkish_date'
import { PhoneNumber } from '#shared/typed/phone_number'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { newOfficer, officer, referredTo, unit } from '#tests/support/journey'

const phone = PhoneNumber.parse('0500 012 34 56')
const fresh = ({ id }: Petition) => Petition.findOrFail(id)
const messagesOf = ({ id }: Petition, event: string) =>
  db.from('messages').where({ petition_id: id, event })

/** The first working day behind the promise. */
async function later(petition: Petition) {
  const { calendar } = await district()
  return calendar.nextWorkingDay(dayOf(petition.dueOn).plus({ days: 1 })).toISODate()!
}

test.group('More time for an answer', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('is asked of the head, moves the day when granted, and the petitioner reads why', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR', { phone })
    const [tarim, amir] = [await officer('tarim'), await officer('tarim.amir')]
    const until = await later(petition)
    const reason = 'Arazi ölçümü hava yüzünden yapılamadı.'
    ;(await send(client, tarim, petition, 'uzatma', { until, reason })).assertStatus(303)
    const asked = await fresh(petition)
    assert.equal(dayOf(asked.dueOn).toISODate(), dayOf(petition.dueOn).toISODate())
    // Sent twice, it is asked once; the officer has no word in it.
    ;(await send(client, tarim, petition, 'uzatma', { until, reason })).assertStatus(303)
    assert.lengthOf(await db.from('extensions'), 1)
    ;(await send(client, tarim, asked, 'uzatma-karari')).assertStatus(403)
    const card = await open(client, amir, asked)
    card.assertTextIncludes(reason)
    ;(await send(client, amir, asked, 'uzatma-karari', { intent: 'grant' })).assertStatus(303)
    const after = await fresh(petition)
    assert.equal(dayOf(after.dueOn).toISODate(), until)
    const { promise } = await LastDay.of(after)
    assert.equal(promise!.reasonIn('tr'), 'süre uzatıldı')
    assert.lengthOf(await messagesOf(petition, 'extended'), 1)
    const page = await client.get(`/dosya/${petition.number}/gunler`).loginAs(amir)
    page.assertTextIncludes('Süre uzatıldı:')
    page.assertTextIncludes(reason)
  })

  test('asked before a question is granted while that waits, and none of its days counts', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR', { phone })
    const [tarim, amir] = [await officer('tarim'), await officer('tarim.amir')]
    const until = await later(petition)
    const words = { until, reason: 'Ölçüm hava yüzünden yapılamadı.' }
    ;(await send(client, tarim, petition, 'uzatma', words)).assertStatus(303)
    const question = { question: 'Hangi tarla?' }
    ;(await send(client, tarim, await fresh(petition), 'soru', question)).assertStatus(303)
    const waiting = await fresh(petition)
    assert.equal(waiting.stage, 'awaitingPetitioner')
    const grant = { intent: 'grant' }
    ;(await send(client, amir, waiting, 'uzatma-karari', grant)).assertStatus(303)
    const granted = await fresh(petition)
    const { promise } = await LastDay.of(granted)
    assert.equal(promise!.cause, 'paused', 'it goes on waiting')
    assert.isAbove(granted.dueOn.toMillis(), waiting.dueOn.toMillis())
    const page = await client.get(`/dosya/${petition.number}/gunler`).loginAs(amir)
    page.assertTextIncludes('Süre uzatıldı:')
    // Nobody waited a single day: it is the day that was granted.
    ;(await send(client, tarim, granted, 'beklemeyi-bitir')).assertStatus(303)
    assert.equal(dayOf((await fresh(petition)).dueOn).toISODate(), until)
  })

  test('is decided by the head of whoever asked, and asked anew where it went on', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR')
    const asked = { until: await later(petition), reason: 'Tarım sebebi.' }
    ;(await send(client, await officer('tarim'), petition, 'uzatma', asked)).assertStatus(303)
    const given = await fresh(petition)
    await given.change((current, trx) => current.returned({ note: 'Bizim değil.' }, trx))
    await Referral.make(given, await unit('MUF'), await officer('sef'))
    const amir = await newOfficer('muf.amir', 'MUF', ['unitHead'])
    const card = await open(client, amir, given)
    assert.notInclude(card.text(), says('response.decideExtension.title'))
    const said = await send(client, amir, given, 'uzatma-karari', { intent: 'grant' })
    said.assertStatus(422)
    const again = { until: asked.until, reason: 'Müftülük sebebi.' }
    ;(await send(client, await officer('muftuluk'), given, 'uzatma', again)).assertStatus(303)
    assert.lengthOf(await db.from('extensions'), 2)
  })

  test('is refused by the head, and the day stays', async ({ client, assert }) => {
    const petition = await referredTo('TAR')
    const asked = { until: await later(petition), reason: 'Yoğunluk var.' }
    ;(await send(client, await officer('tarim'), petition, 'uzatma', asked)).assertStatus(303)
    const amir = await officer('tarim.amir')
    const no = await send(client, amir, await fresh(petition), 'uzatma-karari', {
      intent: 'refuse',
    })
    no.assertStatus(303)
    const after = await fresh(petition)
    assert.equal(dayOf(after.dueOn).toISODate(), dayOf(petition.dueOn).toISODate())
    assert.lengthOf(await messagesOf(petition, 'extended'), 0)
  })

  test('names a day that can be, and keeps what was typed', async ({ client }) => {
    const petition = await referredTo('TAR')
    const tarim = await officer('tarim')
    const reason = 'Ölçüm yapılacak, yağmur bekleniyor.'
    for (const [until, rule] of [
      ['', 'required'],
      ['yarın', 'format'],
      [dayOf(petition.dueOn).toISODate()!, 'range'],
      [dayOf(petition.legalDueOn).plus({ days: 1 }).toISODate()!, 'range'],
    ] as const) {
      const page = await send(client, tarim, petition, 'uzatma', { until, reason })
      page.assertStatus(422)
      if (rule !== 'range') page.assertTextIncludes(says(`response.problems.until.${rule}`))
      page.assertTextIncludes(reason)
    }
    const bare = await send(client, tarim, petition, 'uzatma', { until: await later(petition) })
    bare.assertStatus(422)
    bare.assertTextIncludes(says('response.problems.reason.required'))
  })
})

test.group('The time of law 4982', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('is 30 working days on a ground of art. 11, once, and told in writing', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR', { kind: 'informationRequest' })
    const amir = await officer('tarim.amir')
    const card = await open(client, amir, petition)
    card.assertTextIncludes(says('response.extendLaw.title'))
    ;(await send(client, amir, petition, 'kanuni-uzatma', { ground: 'holiday' })).assertStatus(422)
    const sent = await send(client, amir, petition, 'kanuni-uzatma', { ground: 'otherBody' })
    sent.assertStatus(303)
    const after = await fresh(petition)
    const { calendar } = await district()
    const thirty = calendar.addWorkingDays(petition.receivedAt, 30)
    assert.equal(dayOf(after.legalDueOn).toISODate(), thirty.toISODate())
    assert.equal(dayOf(after.dueOn).toISODate(), dayOf(petition.dueOn).toISODate())
    const [step] = await db.from('steps').where({ petition_id: petition.id, kind: 'legalExtended' })
    assert.include(step.public_text, '30 iş günü içinde')
    assert.isNotEmpty(await messagesOf(petition, 'legalExtended'))
    const why = await client.get(`/dosya/${petition.number}/gunler`).loginAs(amir)
    why.assertTextIncludes(says('response.extendLaw.grounds.otherBody'))
    for (const page of [why, await open(client, amir, after)]) {
      assert.notInclude(page.text().replaceAll(/="[^"]*"/g, ''), 'otherBody')
    }
    const twice = await send(client, amir, petition, 'kanuni-uzatma', { ground: 'otherBody' })
    twice.assertStatus(303)
    const other = await send(client, amir, petition, 'kanuni-uzatma', { ground: 'otherUnit' })
    other.assertStatus(422)
    const again = await send(client, amir, after, 'kanuni-uzatma', { ground: 'otherUnit' })
    again.assertStatus(422)
  })

  test('is no other petition’s, and not given when its day has passed', async ({ client }) => {
    const amir = await officer('tarim.amir')
    const other = await referredTo('TAR')
    ;(await send(client, amir, other, 'kanuni-uzatma', { ground: 'otherBody' })).assertStatus(422)
    const late = await referredTo('TAR', { kind: 'informationRequest' })
    await db.from('reckonings').where('id', late.legalReckoningId!).update({ due_on: '2020-01-01' })
    const { Reckoning } = await import('#intake')
    Reckoning.forget()
    ;(await send(client, amir, late, 'kanuni-uzatma', { ground: 'otherBody' })).assertStatus(422)
    Reckoning.forget()
  })
})
