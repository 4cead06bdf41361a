import db from '@adonisjs/lucid/services/db'
import { test, timeTravel } from '@japa/runner'
import { DateTime } from 'luxon'
import settings from '#config/sms'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer, received } from '#tests/support/journey'
import { PhoneNumber } from '#shared/typed/phone_number'
import { dateTime } from '#shared/dates/turkish_date'
import { outboxWakeUp } from '../../../app/notification/dispatch/wake_up.ts'
import { stamp } from '#shared/dates/stored'
import { gatewayBoard } from '../../../app/notification/monitoring/gateway_board.ts'
import { BOARD_STATES } from '../../../app/notification/monitoring/gateway_state.ts'
import { gatewaySettings, LogGateway } from '#sms'
import { DailySending } from '../../../app/notification/models/daily_sending.ts'
import { GatewayLease, LEASE } from '../../../app/notification/models/gateway_lease.ts'
import { GatewayPause } from '../../../app/notification/models/gateway_pause.ts'
import { GatewayReport } from '../../../app/notification/models/gateway_report.ts'
import { Message } from '../../../app/notification/models/message.ts'
import { sendTest } from '../../../app/notification/monitoring/test_message.ts'

const page = (key: string, values = {}) => says(`notification.gateways.${key}`, values)

/** As if the sending process had said so just now, and lived. */
async function reported(said: Record<string, unknown> = {}) {
  await GatewayLease.take('log', 'a process', DateTime.utc().plus(LEASE))
  const gateway = new LogGateway()
  gateway.start()
  await GatewayReport.write(gateway.state)
  await GatewayReport.query()
    .where('gateway', 'log')
    .update({ replies: 0, ...said })
}

test.group('The page of the gateways', (group) => {
  wrapped(group)

  test('is for the IT officer alone', async ({ client }) => {
    for (const login of ['masa', 'sef', 'tarim', 'kaymakam']) {
      const user = await officer(login)
      ;(await client.get('/gecitler').loginAs(user)).assertStatus(403)
      ;(await client.post('/gecitler/log/duraklat').loginAs(user).withCsrfToken()).assertStatus(403)
      ;(await client.post('/gecitler/log/deneme').loginAs(user).withCsrfToken()).assertStatus(403)
    }
    ;(await client.get('/gecitler').loginAs(await officer('bilgiislem'))).assertStatus(200)
  })

  test('says that a process is silent, connected, down or stopped', async ({ client }) => {
    const it = await officer('bilgiislem')
    const shows = async (state: string) => {
      ;(await client.get('/gecitler').loginAs(it)).assertTextIncludes(page(`state.${state}`))
    }
    await shows('silent')
    await reported()
    await shows('bound')
    await reported({ link: 'idle' })
    await shows('down')
    await reported({ link: 'closed', alarm: 'setting ESME_RINVSRCADR' })
    await shows('stopped')
    const stopped = await client.get('/gecitler').loginAs(it)
    stopped.assertTextIncludes(page('alarm.setting'))
    stopped.assertTextIncludes('ESME_RINVSRCADR')
    await reported({ failing_since: stamp(DateTime.utc()), alarm: 'failing x' })
    await shows('failing')
    ;(await client.get('/gecitler').loginAs(it)).assertTextIncludes(page('alarm.failing'))
  })

  for (const [alarm, words] of [
    ['noLink', 'noLink'],
    ['throttled INSUFFICIENT_CREDITS', 'throttled'],
    ['unclear', 'unclear'],
    ['wrong setting: of an older version', 'other'],
  ] as const) {
    test(`says of a company what to do: ${alarm}`, async ({ client }) => {
      await reported({ link: 'idle', alarm })
      const shown = await client.get('/gecitler').loginAs(await officer('bilgiislem'))
      shown.assertTextIncludes(page(`alarm.${words}`))
      shown.assertTextIncludes(alarm)
    })
  }

  test('shows the host of a company, and no secret of its address', async ({ assert }) => {
    const written: Record<string, string> = {
      KANNEL_URL: 'http://10.0.0.7:13013/gizli/sendsms',
      KANNEL_TLS: 'false',
      KANNEL_USERNAME: 'gizli-ad',
      KANNEL_PASSWORD: 'gizli-parola',
      KANNEL_HOOK_SECRET: 'gizli-anahtar'.padEnd(32, 'x'),
    }
    const gateways = gatewaySettings('kannel', (name) => written[name])
    const { authority } = await district()
    const [shown] = await gatewayBoard(gateways, authority.id)
    assert.equal(shown!.host, '10.0.0.7:13013')
    assert.notInclude(JSON.stringify(shown), 'gizli')
  })

  test('says when most of what strangers may cause today has left', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(() => void Object.assign(settings, { dailyCeiling: 0 }))
    Object.assign(settings, { dailyCeiling: 5 })
    await DailySending.reserve('sms', 3, 5)
    const it = await officer('bilgiislem')
    const open = () => client.get('/gecitler').loginAs(it)
    assert.notInclude((await open()).text(), 'günlük tavan')
    await DailySending.reserve('sms', 1, 5)
    await DailySending.raises('sms', 5)
    ;(await open()).assertTextIncludes('4 kısa mesaj gönderildi; günlük tavan 5')
  })

  test('says at once that the process was stopped, and soon that it was killed', async (context) => {
    const { client, assert } = context
    const it = await officer('bilgiislem')
    const shown = async () => (await client.get('/gecitler').loginAs(it)).text()
    await reported({ in_flight: 3, alarm: 'noLink' })
    assert.include(await shown(), page('state.bound'))
    assert.include(await shown(), page('alarm.noLink'))

    timeTravel('11 seconds')
    const killed = await shown()
    assert.include(killed, page('state.silent'))
    const renewed = DateTime.utc().minus({ seconds: 11 })
    assert.include(killed, page('since', { when: dateTime(renewed, 'tr') }))
    assert.notInclude(killed, page('alarm.noLink'), 'what nobody watches is not known')

    await reported()
    await GatewayReport.end('log')
    await GatewayLease.release('log', 'a process')
    assert.include(await shown(), page('state.ended'))
  })

  test('says since when it began, and not since it was last said', async ({ client }) => {
    const it = await officer('bilgiislem')
    const [began, bound] = [95, 1].map((minutes) => DateTime.utc().minus({ minutes }))
    const since = { when: dateTime(began!, 'tr') }
    for (const said of [
      { failing_since: stamp(began!), since: stamp(bound!) },
      { link: 'idle', down_since: stamp(began!), since: stamp(bound!) },
    ]) {
      await reported(said)
      ;(await client.get('/gecitler').loginAs(it)).assertTextIncludes(page('since', since))
    }
  })

  test('says what went out last, and in words why the last one could not', async ({ client }) => {
    const [carried, refused] = [8, 3].map((minutes) => DateTime.utc().minus({ minutes }))
    await reported({
      ...{ carried_at: stamp(carried!), refused_at: stamp(refused!), refusal: 'ESME_RSYSERR' },
    })
    const shown = await client.get('/gecitler').loginAs(await officer('bilgiislem'))
    shown.assertTextIncludes(`<dt>${page('carried')}</dt><dd>${dateTime(carried!, 'tr')}</dd>`)
    shown.assertTextIncludes(
      `${dateTime(refused!, 'tr')} · ${says('notification.failureReason.operatorTrouble')}`
    )
    shown.assertTextIncludes('ESME_RSYSERR')
  })

  test('counts what is to be tried again with what waits', async ({ client, assert }) => {
    const phone = PhoneNumber.parse('0500 012 34 56')
    for (let n = 0; n < 4; n++) await received({ phone })
    const [sent, retried] = await Message.query().orderBy('id')
    const change = (id: number, changes: object) => Message.query().where('id', id).update(changes)
    const later = stamp(DateTime.utc().plus({ minutes: 30 }))
    const past = DateTime.utc().minus({ hours: 3 })
    await change(sent!.id, { state: 'sent', next_at: later })
    await change(retried!.id, { state: 'waiting', next_at: later, created_at: stamp(past) })
    const shown = (await client.get('/gecitler').loginAs(await officer('bilgiislem'))).text()
    assert.include(shown, `<dd>3 · ${page('later', { count: 1 })}</dd>`)
    const oldest = [page('age.hours', { count: 3 }), page('since', { when: dateTime(past, 'tr') })]
    assert.include(shown, `<dd>${oldest.join(' · ')}</dd>`)
  })

  test('counts what waits, and says how old the oldest is', async ({ client }) => {
    const phone = PhoneNumber.parse('0500 012 34 56')
    await received({ phone })
    await received({ phone })
    const [first] = await Message.query().orderBy('id')
    const past = stamp(DateTime.utc().minus({ minutes: 7 }))
    await Message.query().where('id', first!.id).update({ created_at: past, next_at: past })
    const shown = await client.get('/gecitler').loginAs(await officer('bilgiislem'))
    shown.assertTextIncludes(`<dt>${page('queue')}</dt><dd>2</dd>`)
    shown.assertTextIncludes(page('age.minutes', { count: 7 }))
  })

  test('says how long texts take to arrive', async ({ client }) => {
    const phone = PhoneNumber.parse('0500 012 34 56')
    for (const seconds of [2, 4, 30]) {
      await received({ phone })
      const last = await Message.query().orderBy('id', 'desc').firstOrFail()
      const [sent, final] = [DateTime.utc().minus({ minutes: 5 }), DateTime.utc()]
      await Message.query()
        .where('id', last.id)
        .update({
          ...{ state: 'delivered', gateway: 'log', next_at: null },
          ...{
            sent_at: stamp(sent),
            final_at: stamp(final.minus({ minutes: 5 }).plus({ seconds })),
          },
        })
    }
    const shown = await client.get('/gecitler').loginAs(await officer('bilgiislem'))
    shown.assertTextIncludes(page('latencyWords', { median: 4, slow: 4, of: 3 }))
  })

  test('warns of receipts that nobody’s message is waiting for', async ({ client }) => {
    const receipt = (id: string, ago: number) => ({
      ...{ gateway: 'log', remote_id: id, state: 'delivered', raw: '' },
      ...{
        next_at: stamp(DateTime.utc()),
        received_at: stamp(DateTime.utc().minus({ minutes: ago })),
      },
    })
    await db.table('delivery_receipts').multiInsert([receipt('1f', 5), receipt('20', 5)])
    await db.table('delivery_receipts').insert(receipt('21', 0))
    const shown = await client.get('/gecitler').loginAs(await officer('bilgiislem'))
    shown.assertTextIncludes(page('strangersHelp', { count: 2, more: 'no' }))
  })

  test('pauses and resumes, and keeps who did', async ({ client, assert }) => {
    await reported()
    const it = await officer('bilgiislem')
    const post = (what: string) =>
      client.post(`/gecitler/log/${what}`).loginAs(it).withCsrfToken().redirects(0)
    ;(await post('duraklat')).assertStatus(303)
    ;(await post('duraklat')).assertStatus(303)
    assert.lengthOf(await GatewayPause.all(), 1)
    const paused = await client.get('/gecitler').loginAs(it)
    paused.assertTextIncludes(page('state.paused'))
    paused.assertTextIncludes(it.name)

    ;(await post('devam')).assertStatus(303)
    const { resumedBy, resumedAt } = await GatewayPause.firstOrFail()
    assert.equal(resumedBy, it.id)
    assert.isNotNull(resumedAt)
    ;(await client.post('/gecitler/yok/duraklat').loginAs(it).withCsrfToken()).assertStatus(404)
  })

  test('has words for every state in both languages', ({ assert }) => {
    for (const state of BOARD_STATES) assert.notEqual(page(`state.${state}`), '')
  })
})

test.group('The test of a gateway', (group) => {
  wrapped(group)

  test('puts one text into the outbox, for this gateway alone', async ({ client, assert }) => {
    const it = await officer('bilgiislem')
    const typed = { phone: '0500 012 34 56' }
    const sent = await client.post('/gecitler/log/deneme').form(typed).loginAs(it).withCsrfToken()
    sent.assertStatus(200)
    const message = await Message.firstOrFail()
    assert.containsSubset(message.serialize(), {
      ...{ event: 'test', state: 'queued', boundTo: 'log', position: 0, petitionId: null },
    })
    sent.assertTextIncludes(says('notification.state.queued'))
    sent.assertTextIncludes('ç ğ ı i ö ş ü Ç Ğ I İ Ö Ş Ü')
    sent.assertTextIncludes('+90 500 *** ** 56')
    const fragment = await client
      .get(`/gecitler/deneme/${message.id}`)
      .loginAs(it)
      .header('HX-Request-Type', 'partial')
    assert.notInclude(fragment.text(), '<html')
  })

  test('{0} is given back with a sentence')
    .with(['', '0266 123 45 67', '444 0 123', 'yok'])
    .run(async ({ client, assert }, phone) => {
      const asked = client.post('/gecitler/log/deneme').form({ phone }).withCsrfToken()
      const refused = await asked.loginAs(await officer('bilgiislem'))
      refused.assertStatus(422)
      refused.assertTextIncludes(says('notification.problems.phone.mobile'))
      refused.assertTextIncludes(`value="${phone}"`)
      assert.lengthOf(await Message.all(), 0)
    })

  test('is not for annoying people: five to one number in ten minutes', async ({
    client,
    assert,
  }) => {
    const it = await officer('bilgiislem')
    const ask = () =>
      client
        .post('/gecitler/log/deneme')
        .form({ phone: '0500 012 34 56' })
        .loginAs(it)
        .withCsrfToken()
        .redirects(0)
    for (let n = 0; n < 5; n++) (await ask()).assertStatus(303)
    ;(await ask()).assertStatus(422)
    assert.lengthOf(await Message.all(), 5)
    await db.from('messages').update({ created_at: stamp(DateTime.utc().minus({ minutes: 11 })) })
    ;(await ask()).assertStatus(303)
  })

  test('shows one’s own text, whoever tests with the same telephone meanwhile', async ({
    assert,
    cleanup,
  }) => {
    const { authorityId } = await officer('bilgiislem')
    const tested = (gateway: string) =>
      sendTest({ gateway, position: 0 }, { authorityId, typed: '0500 012 34 56' })
    const { id } = await tested('ilk')
    const { id: _, ...row } = await db.from('messages').where('id', id).firstOrFail()
    let other: Promise<unknown> = Promise.resolve()
    const ring = outboxWakeUp.ring
    outboxWakeUp.ring = () => {
      other = db
        .table('messages')
        .insert({ ...row, bound_to: 'baska' })
        .exec()
    }
    cleanup(() => {
      outboxWakeUp.ring = ring
    })
    assert.equal((await tested('kendi')).boundTo, 'kendi')
    await other
    assert.equal((await Message.query().orderBy('id', 'desc').firstOrFail()).boundTo, 'baska')
  })

  test('shows no other message under its address', async ({ client }) => {
    await received({ phone: PhoneNumber.parse('0500 012 34 56') })
    const { id } = await Message.firstOrFail()
    const it = await officer('bilgiislem')
    ;(await client.get(`/gecitler/deneme/${id}`).loginAs(it)).assertStatus(404)
  })
})
