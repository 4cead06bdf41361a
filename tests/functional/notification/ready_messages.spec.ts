import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { type Petition } from '#intake'
import { Catalogue } from '#organisation'
import { moment } from '#shared/dates/stored'
import { today } from '#shared/dates/turkish_date'
import { says } from '#tests/support/at_the_card'
import { fresh, openDay, PHONE, plan, plansOf } from '#tests/support/contacts'
import { wrapped } from '#tests/support/database'
import { officer, referredTo } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'
import type { ApiClient } from '@japa/api-client'
import { CitizenText } from '../../../app/notification/templates/citizen_text.ts'

const READY = ['callBack', 'visitComing', 'meetingGiven', 'meetingMoved', 'meetingCancelled']

async function sent(client: ApiClient, { id }: Petition, text: string, version?: number) {
  const petition = await fresh({ id })
  return sendAs(client, await officer('tarim'), `/dosya/${petition.number}/hazir-mesaj`, {
    ready: text,
    version: String(version ?? petition.version),
  })
}

const queued = ({ id }: { id: number }, event: string) =>
  db.from('messages').where({ petition_id: id, event, channel: 'sms' })

test.group('A ready text', (group) => {
  wrapped(group)
  group.each.setup(async () => {
    await db.from('authorities').update({ phone: '0266 000 00 00' })
    Catalogue.forget()
  })
  group.each.teardown(() => Catalogue.forget())

  test('costs one message each, in both languages', ({ assert }) => {
    const texts = CitizenText.all.filter((one) => READY.includes(one.event))
    assert.lengthOf(texts, READY.length * 4)
    for (const text of texts.filter(({ channel }) => channel === 'sms')) {
      assert.equal(text.count(text.house)!.parts, 1, text.key)
    }
  })

  test('is read before it is sent, kept in the history, and sent once', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR', { phone: PHONE })
    const tarim = await officer('tarim')
    // Which unit has it, its own number would say.
    await db.from('units').where('code', 'TAR').update({ phone: '0266 000 00 11' })
    Catalogue.forget()
    const page = await client.get(`/dosya/${petition.number}/hazir-mesaj`).loginAs(tarim)
    page.assertTextIncludes('0266 000 00 00')
    assert.notInclude(page.text(), '0266 000 00 11')
    page.assertTextIncludes(petition.shownNumber)
    const { version } = await fresh(petition)
    ;(await sent(client, petition, 'callBack')).assertStatus(303)
    // The second press of the same page.
    ;(await sent(client, petition, 'callBack', version)).assertStatus(303)
    assert.lengthOf(await queued(petition, 'callBack'), 1)
    const [step] = await db.from('steps').where({ petition_id: petition.id, kind: 'texted' })
    assert.include(step.note, '0266 000 00 00')
  })

  test('tells of a visit only where one is planned, and of its new day when it moves', async ({
    client,
    assert,
  }) => {
    const petition = await referredTo('TAR', { phone: PHONE })
    const tarim = await officer('tarim')
    ;(await sent(client, petition, 'visitComing')).assertStatus(422)
    const { typed: day } = await openDay(petition.authorityId, 1)
    await plan(client, tarim, petition, { way: 'visit', day })
    ;(await sent(client, petition, 'visitComing')).assertStatus(303)
    const [visit] = await plansOf(petition)
    const later = await openDay(petition.authorityId, 4)
    await plan(client, tarim, petition, { day: later.typed }, `plan/${visit!.id}`)
    const told = await queued(petition, 'visitComing').orderBy('id')
    assert.equal(JSON.parse(told.at(-1).placeholders).day, later.day)
    assert.lengthOf(told, 2)
  })

  test('is not sent after the day of which it tells', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { phone: PHONE })
    const day = today().toFormat('d.M.yyyy')
    const visit = { way: 'visit', day, anyway: '1' }
    await plan(client, await officer('tarim'), petition, visit)
    ;(await sent(client, petition, 'visitComing')).assertStatus(303)
    const [message] = await queued(petition, 'visitComing')
    assert.isAtMost(moment(message.expires_at).toMillis(), today().endOf('day').toMillis())
  })

  test('goes to nobody who wants none, has no telephone, or brought a tip-off, and not thrice a day', async ({
    client,
    assert,
  }) => {
    const of = async (about: Parameters<typeof referredTo>[1], rule: string) => {
      const petition = await referredTo('TAR', about)
      const page = await sent(client, petition, 'callBack')
      page.assertStatus(422)
      page.assertTextIncludes(says(`notification.problems.stage.${rule}`))
    }
    await of({ phone: PHONE, declinesTexts: true }, 'declined')
    await of({}, 'noPhone')
    const petition = await referredTo('TAR', { phone: PHONE })
    ;(await sent(client, petition, 'callBack')).assertStatus(303)
    ;(await sent(client, petition, 'callBack')).assertStatus(303)
    const third = await sent(client, petition, 'callBack')
    third.assertStatus(422)
    third.assertTextIncludes(says('notification.problems.stage.most', { most: 2 }))
    assert.lengthOf(await queued(petition, 'callBack'), 2)
    const tipOff = await referredTo('AKB', { kind: 'tipOff', phone: PHONE })
    const path = `/dosya/${tipOff.number}/hazir-mesaj`
    const page = await client.get(path).loginAs(await officer('masa'))
    page.assertTextIncludes(says('notification.problems.stage.tipOff'))
    ;(await client.get(path).loginAs(await officer('tarim'))).assertStatus(404)
  })
})
