import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { district, neighbour } from '#tests/support/databases/district'
import { Database } from '../../../bench/database.ts'
import { hiddenFields } from '#database/demo/day/visitor'
import { Petition } from '#intake'
import type { Officer } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { transaction } from '#shared/database/transaction'
import { says, send } from '#tests/support/at_the_card'
import { emptied, wrapped } from '#tests/support/database'
import { officer, received, referredTo } from '#tests/support/journey'
import { details } from '#tests/support/petitions'
import { Message } from '../../../app/notification/models/message.ts'
import {
  becomes,
  ends,
  gatewayTo,
  openDispatcher,
  messagesOf,
} from '#tests/support/notification/dispatching'
import { openCentre } from '#tests/support/sms/sender'

const phone = PhoneNumber.parse('0500 012 34 56')
const LIST = '/mesajlar'

/** A petition whose unit's text did not arrive: the line, and the person who may do something. */
async function missed(about: Parameters<typeof received>[0] = {}) {
  const petition = await referredTo('TAR', { phone, ...about })
  const message = await Message.query()
    .where({ petition_id: petition.id, event: 'routed' })
    .firstOrFail()
  return { petition, message: await ends(message, 'rejected', 'ESME_RINVDSTADR') }
}

type Missed = Awaited<ReturnType<typeof missed>>

const path = ({ message }: Missed, form: string) => `mesajlar/${message.id}/${form}`
const address = (line: Missed, form: string) => `/dosya/${line.petition.number}/${path(line, form)}`

/** Records a call as the page of it would. */
function call(client: ApiClient, who: Officer, line: Missed, fields: Record<string, string>) {
  const task = line.message.task!
  return send(client, who, line.petition, path(line, 'arama'), { task, from: 'missed', ...fields })
}

const lines = (text: string) => [...text.matchAll(/class="rows__link" href="\/dosya\/(\d+)"/g)]

test.group('Messages that did not arrive', (group) => {
  wrapped(group)

  test('stand on one page: what, where, why, and what can be done', async ({ client, assert }) => {
    const line = await missed()
    const page = await client.get(LIST).loginAs(await officer('masa'))
    page.assertStatus(200)
    for (const key of [
      'event.routed',
      'state.rejected',
      'failureReason.invalidNumber',
      'calls.title',
    ]) {
      page.assertTextIncludes(says(`notification.${key}`))
    }
    page.assertTextIncludes('+90\u00a0500\u00a0***\u00a0**\u00a056')
    page.assertTextIncludes(`href="/dosya/${line.petition.number}"`)
    page.assertTextIncludes(`action="${address(line, 'yeniden')}"`)
    assert.notInclude(page.text(), '012 34 56')
    assert.notInclude(page.text(), '5000123456')
    assert.lengthOf(await db.from('views'), 0, 'the list shows nothing that is worth a row')
  })

  test('are nobody’s when there are none, and the page says what would stand there', async ({
    client,
    assert,
  }) => {
    await received({ phone })
    const page = await client.get(LIST).loginAs(await officer('masa'))
    page.assertTextIncludes(says('notification.missed.empty'))
    assert.notInclude(page.text(), '<kbd>/</kbd>', 'there is nothing to search with')
  })

  test('are the bureau’s alone', async ({ client, assert }) => {
    const line = await missed()
    const { number } = line.petition
    const allowed = ['masa', 'sef']
    for (const login of [...allowed, 'tarim', 'tarim.amir', 'kaymakam', 'bilgiislem']) {
      const who = await officer(login)
      const status = allowed.includes(login) ? 200 : 403
      for (const page of [LIST, `${LIST}/sayi`, address(line, 'arama')]) {
        ;(await client.get(page).loginAs(who)).assertStatus(status)
      }
      if (status === 200) continue
      for (const form of [path(line, 'yeniden'), path(line, 'arama'), 'susturma', 'takip-kodu']) {
        const sent = await send(client, who, line.petition, form, { reason: 'declined' })
        sent.assertStatus(403)
      }
      ;(await send(client, who, line.petition, 'susturma/kaldir')).assertStatus(403)
    }
    assert.lengthOf(await Message.query().where('petition_id', line.petition.id), 2)
    assert.lengthOf(await db.from('silences'), 0)
    assert.equal((await Petition.findByOrFail('number', number)).version, line.petition.version)
  })

  test('are not to be reached by another petition’s address', async ({ client, assert }) => {
    const [line, other] = [await missed(), await missed()]
    const masa = await officer('masa')
    const crossed = { petition: other.petition, message: line.message }
    for (const form of ['yeniden', 'arama']) {
      const sent = await send(client, masa, other.petition, path(line, form))
      sent.assertStatus(404)
    }
    ;(await client.get(address(crossed, 'arama')).loginAs(masa)).assertStatus(404)
    assert.lengthOf(await Message.query().where('version', 2), 0)
  })

  test('of another authority are not there', async ({ client, assert }) => {
    const line = await missed()
    const id = await neighbour()
    for (const table of ['petitions', 'messages']) {
      await db.from(table).update({ authority_id: id })
    }
    const masa = await officer('masa')
    assert.lengthOf(lines((await client.get(LIST).loginAs(masa)).text()), 0)
    ;(await send(client, masa, line.petition, path(line, 'yeniden'))).assertStatus(404)
    ;(await send(client, masa, line.petition, 'takip-kodu')).assertStatus(404)
    ;(await send(client, masa, line.petition, 'susturma')).assertStatus(404)
  })

  test('want a form of ours: a token that is missing or foreign does nothing', async ({
    client,
    assert,
  }) => {
    const line = await missed()
    const masa = await officer('masa')
    const bare = () => client.post(address(line, 'yeniden')).loginAs(masa).redirects(0)
    ;(await bare().form({})).assertStatus(403)
    const foreign = bare().withCsrfToken().header('sec-fetch-site', 'cross-site')
    ;(await foreign.form({})).assertStatus(403)
    assert.lengthOf(await Message.query().where('version', 2), 0)
  })

  test('are sent again from the list and from the petition, each once', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    for (const from of ['missed', 'messages']) {
      const line = await missed()
      const press = () => send(client, masa, line.petition, path(line, 'yeniden'), { from })
      const [first, second] = [await press(), await press()]
      for (const answer of [first, second]) {
        answer.assertStatus(303)
        const back = from === 'missed' ? LIST : `/dosya/${line.petition.number}/mesajlar`
        assert.equal(answer.header('location'), back)
      }
      assert.deepEqual(await messagesOf(line.petition), [
        'received 1 queued',
        'routed 1 rejected',
        'routed 2 queued',
      ])
    }
    assert.lengthOf(lines((await client.get(LIST).loginAs(masa)).text()), 0)
  })

  test('show the telephone on the page of the call only, and leave a row of that', async ({
    client,
    assert,
  }) => {
    const line = await missed({ name: 'Ayşe Deneme' })
    const masa = await officer('masa')
    const page = await client.get(address(line, 'arama')).loginAs(masa)
    page.assertTextIncludes('href="tel:05000123456"')
    page.assertTextIncludes('Ayşe Deneme')
    assert.equal(page.header('cache-control'), 'no-store')
    const views = await db.from('views')
    assert.deepEqual(
      views.map((view) => [view.petition_id, view.officer_id]),
      [[line.petition.id, masa.id]]
    )
  })

  test('stay a task after a call in vain, and end when somebody was reached', async ({
    client,
    assert,
  }) => {
    const line = await missed()
    const masa = await officer('masa')
    const vain = await call(client, masa, line, { result: 'notReached', note: 'Çaldı, açmadı.' })
    vain.assertStatus(303)
    assert.equal(vain.header('location'), LIST)
    const list = await client.get(LIST).loginAs(masa)
    assert.lengthOf(lines(list.text()), 1)
    list.assertTextIncludes('1 kez arandı')

    const again = await call(client, masa, line, { result: 'reached', note: '' })
    again.assertStatus(422)
    again.assertTextIncludes(says('notification.problems.stage.calledMeanwhile'))
    again.assertTextIncludes('Çaldı, açmadı.')

    await line.message.refresh()
    ;(await call(client, masa, line, { result: 'reached' })).assertStatus(303)
    assert.lengthOf(lines((await client.get(LIST).loginAs(masa)).text()), 0)
    const page = await client.get(address(line, 'arama')).loginAs(masa)
    page.assertTextIncludes(says('notification.calls.done'))
    assert.equal((await Message.findOrFail(line.message.id)).state, 'rejected')
  })

  test('come back whole when the call has no result or too long a note', async ({
    client,
    assert,
  }) => {
    const line = await missed()
    const masa = await officer('masa')
    const note = 'Komşusu açtı. '.repeat(800)
    const page = await call(client, masa, line, { note })
    page.assertStatus(422)
    page.assertTextIncludes(note.trim())
    page.assertTextIncludes(says('notification.problems.result.choice'))
    assert.include(page.text(), 'name="from" value="missed"')
    assert.lengthOf(await db.from('calls'), 0)
  })

  test('give back the note of a call that somebody else made needless', async ({
    client,
    assert,
  }) => {
    const line = await missed()
    const [masa, sef] = [await officer('masa'), await officer('sef')]
    ;(await call(client, sef, line, { result: 'reached' })).assertStatus(303)
    const note = 'Oğluyla görüştüm; annesine söyleyecek.'
    const page = await call(client, masa, line, { result: 'reached', note })
    page.assertStatus(422)
    page.assertTextIncludes(says('notification.calls.done'))
    page.assertTextIncludes(says('notification.calls.unsent'))
    page.assertTextIncludes(note)
    assert.lengthOf(await db.from('calls'), 1)
  })

  test('stop for good under a wrong number', async ({ client, assert }) => {
    const [line, other] = [await missed(), await missed()]
    const masa = await officer('masa')
    ;(await call(client, masa, line, { result: 'wrongNumber' })).assertStatus(303)
    assert.lengthOf(lines((await client.get(LIST).loginAs(masa)).text()), 0)
    const page = await client.get(`/dosya/${other.petition.number}/mesajlar`).loginAs(masa)
    page.assertTextIncludes('Numara yanlış olduğu için kısa mesaj gönderilmiyor')
    assert.notInclude(page.text(), 'mesajlar/' + other.message.id + '/yeniden')
  })

  test('are counted for the bureau’s queue, a fragment by its address', async ({
    client,
    assert,
  }) => {
    await missed()
    const masa = await officer('masa')
    const queue = await client.get('/masa').loginAs(masa)
    queue.assertTextIncludes(`hx-get="${LIST}/sayi"`)
    queue.assertTextIncludes(`href="${LIST}"`)
    const count = await client
      .get(`${LIST}/sayi`)
      .loginAs(masa)
      .header('HX-Request-Type', 'partial')
    assert.notInclude(count.text(), '<html')
    count.assertTextIncludes('(1)')
    const page = await client.get(`${LIST}/sayi`).loginAs(masa).redirects(0)
    assert.equal(page.header('location'), LIST)
  })

  test('fill pages of thirty, whoever waits longest first, none twice and none left out', async ({
    client,
    assert,
  }) => {
    const line = await missed()
    const { id, ...row } = await db.from('messages').where('id', line.message.id).firstOrFail()
    for (let n = 2; n <= 64; n++) {
      const missedAt = `2026-01-${String(1 + (n % 20)).padStart(2, '0')} 10:00:00`
      await db.table('messages').insert({ ...row, version: n, missed_at: missedAt })
    }
    const masa = await officer('masa')
    const seen: string[] = []
    let next: string | undefined = LIST
    while (next) {
      const page = (await client.get(next).loginAs(masa)).text()
      const ids = [...page.matchAll(/mesajlar\/(\d+)\/yeniden/g)].map(([, one]) => one!)
      assert.isAtMost(ids.length, 30)
      seen.push(...ids)
      next = /href="([^"]+)" rel="next"/.exec(page)?.[1]
    }
    const all = await db
      .from('messages')
      .whereNotNull('missed_at')
      .orderBy('missed_at')
      .orderBy('id')
    assert.deepEqual(
      seen,
      all.map((one) => String(one.id))
    )
    ;(await client.get(LIST).loginAs(masa)).assertTextIncludes(': 50+.')
  })
})

test.group('A petition’s messages, for those who may do something', (group) => {
  wrapped(group)

  const page = (client: ApiClient, who: Officer, { number }: Petition) =>
    client.get(`/dosya/${number}/mesajlar`).loginAs(who)

  test('say why, how often, through whom and when; the unit reads, the bureau acts', async ({
    client,
    assert,
  }) => {
    const line = await missed()
    await Message.query()
      .where('id', line.message.id)
      .update({ gateway: 'turk', attempts: 3, fault: 'ESME_0x40A' })
    const [masa, tarim] = [await officer('masa'), await officer('tarim')]
    for (const who of [masa, tarim]) {
      const seen = await page(client, who, line.petition)
      for (const words of [
        '3 deneme',
        'turk',
        'ESME_0x40A',
        says('notification.failureReason.other'),
      ]) {
        seen.assertTextIncludes(words)
      }
      assert.equal(seen.text().includes('/yeniden"'), who === masa)
      assert.equal(seen.text().includes('/takip-kodu"'), who === masa)
      assert.equal(seen.text().includes('/susturma"'), who === masa)
    }
  })

  test('of a tip-off tell the unit neither where to nor what was said on the telephone', async ({
    client,
    assert,
  }) => {
    const line = await missed({ kind: 'tipOff' })
    const [masa, tarim] = [await officer('masa'), await officer('tarim')]
    await call(client, masa, line, { result: 'notReached', note: 'Ayşe Hanım açmadı.' })
    ;(await page(client, masa, line.petition)).assertTextIncludes('Ayşe Hanım açmadı.')
    const seen = (await page(client, tarim, line.petition)).text()
    for (const word of ['Ayşe', '***', 'susturma', '/arama']) assert.notInclude(seen, word)
  })

  test('offer to send again only the last word of each', async ({ client, assert }) => {
    const line = await missed()
    const masa = await officer('masa')
    const offered = async () =>
      [
        ...(await page(client, masa, line.petition)).text().matchAll(/mesajlar\/(\d+)\/yeniden/g),
      ].map(([, id]) => Number(id))
    assert.deepEqual(await offered(), [line.message.id])
    await send(client, masa, line.petition, path(line, 'yeniden'))
    assert.deepEqual(await offered(), [])
    const second = await Message.findByOrFail('version', 2)
    await ends(second, 'unknown', null)
    assert.deepEqual(await offered(), [second.id])
  })

  test('stop and start again by a button', async ({ client, assert }) => {
    const { petition } = await missed()
    const masa = await officer('masa')
    const form = (name: string, fields = {}) => send(client, masa, petition, name, fields)
    ;(await form('susturma', { reason: 'declined' })).assertStatus(303)
    ;(await page(client, masa, petition)).assertTextIncludes('Numaranın sahibi istemediği için')
    assert.include(await messagesOf(petition), 'received 1 suppressed')
    ;(await form('susturma/kaldir')).assertStatus(303)
    assert.notInclude(
      (await page(client, masa, petition)).text(),
      'Numaranın sahibi istemediği için'
    )
    ;(await form('susturma', { reason: 'whatever' })).assertStatus(422)
    assert.lengthOf(await db.from('silences'), 1)
  })

  test('have no telephone to silence where none was left', async ({ client, assert }) => {
    const petition = await received()
    const masa = await officer('masa')
    assert.notInclude((await page(client, masa, petition)).text(), '/susturma"')
    const sent = await send(client, masa, petition, 'susturma', { reason: 'declined' })
    sent.assertStatus(422)
    ;(await send(client, masa, petition, 'susturma/kaldir')).assertStatus(422)
  })
})

test.group('A lost code, at the bureau', (group) => {
  wrapped(group)

  const renew = async (client: ApiClient, petition: Petition) =>
    send(client, await officer('masa'), petition, 'takip-kodu')

  test('goes to the telephone; the officer does not see it', async ({ client, assert }) => {
    const petition = await received({ phone })
    const answer = await renew(client, petition)
    answer.assertStatus(303)
    assert.equal(answer.header('location'), `/dosya/${petition.number}/mesajlar`)
    const { sealed } = await Message.findByOrFail('event', 'renewed')
    const seen = await client.get(answer.header('location')!).loginAs(await officer('masa'))
    assert.notInclude(seen.text(), sealed!)

    const second = await renew(client, petition)
    second.assertStatus(422)
    second.assertTextIncludes(says('notification.problems.version.changed'))
    assert.lengthOf(await Message.query().where('event', 'renewed'), 1)
  })

  test('is made anew for nobody unknown where nothing would leave', async ({ client, assert }) => {
    const masa = await officer('masa')
    const silent = await received({ phone, text: 'Numara yanlış çıktı.' })
    await send(client, masa, silent, 'susturma', { reason: 'wrongNumber' })
    const unreachable = [
      await received(),
      await received({ email: 'ayse@ornek.example' }),
      await received({ phone, declinesTexts: true }),
      silent,
    ]
    for (const petition of unreachable) {
      const answer = await renew(client, petition)
      answer.assertStatus(422)
      answer.assertTextIncludes(says('notification.problems.stage.recogniseFirst'))
      // Whoever is known by a document gets it on paper.
      const known = { by: 'document', document: 'idCard', version: String(petition.version) }
      const printed = await send(client, masa, petition, 'kod', known)
      assert.match(printed.header('location')!, /^\/masa\/alindi\//)
      const slip = await client.get(printed.header('location')!).loginAs(masa)
      assert.equal(slip.header('cache-control'), 'no-store')
      slip.assertTextIncludes(says('intake.receipt.renewed.title'))
      assert.notInclude(slip.text(), says('intake.receipt.nowText'))
      slip.assertTextIncludes('yalnız bu kâğıtta yazar, size ayrıca gönderilmez')
      assert.notInclude(slip.text(), 'göndereceğiz')
      const [, number] = /data-number="(\d{10})"/.exec(slip.text())!
      const [, secret] = /data-secret="([A-Z0-9]{6})"/.exec(slip.text())!
      assert.equal(number, petition.number)
      const looked = await client.post('/sorgula').form({ number: number!, secret: secret! })
      looked.assertStatus(200)
    }
  })

  test('leaves a line in the history', async ({ client }) => {
    const petition = await received({ phone })
    await renew(client, petition)
    const card = await client.get(`/dosya/${petition.number}`).loginAs(await officer('masa'))
    card.assertTextIncludes(says('intake.step.secretRenewed'))
  })
})

test.group('From the SMS centre’s refusal to the telephone', (group) => {
  emptied(group)
  group.each.setup(async () => {
    await district()
  })

  test('a message that was refused is on the page, is sent again, arrives and is gone', async (context) => {
    const { client, assert } = context
    const faults = { refuse: { status: 0x0b, which: { at: [2] } } }
    const centre = await openCentre(context, { faults })
    openDispatcher(gatewayTo(centre), context)
    const { petition } = await Petition.receive(details({ phone }))
    await becomes('delivered', await Message.findByOrFail('event', 'received'))
    await transaction((trx) => petition.conclude('informed', 'Yol onarıldı.', {}, trx))
    const refused = await becomes('rejected', await Message.findByOrFail('event', 'concluded'))
    assert.lengthOf(centre.messages(), 1)

    const masa = await officer('masa')
    const list = await client.get(LIST).loginAs(masa)
    list.assertTextIncludes(says('notification.failureReason.invalidNumber'))
    const form = `/dosya/${petition.number}/mesajlar/${refused.id}/yeniden`
    assert.equal(hiddenFields(list.text(), form).from, 'missed')
    await send(client, masa, petition, `mesajlar/${refused.id}/yeniden`, { from: 'missed' })

    await becomes('delivered', await Message.findByOrFail('version', 2))
    assert.lengthOf(centre.messages(), 2)
    assert.equal((await Message.findOrFail(refused.id)).state, 'rejected')
    const after = await client.get(LIST).loginAs(masa)
    after.assertTextIncludes(says('notification.missed.empty'))
  })

  test('a telephone that is silenced between two texts gets the first only', async (context) => {
    const { client, assert } = context
    const centre = await openCentre(context)
    openDispatcher(gatewayTo(centre), context)
    const { petition } = await Petition.receive(details({ phone }))
    await becomes('delivered', await Message.findByOrFail('event', 'received'))
    await send(client, await officer('masa'), petition, 'susturma', { reason: 'declined' })
    await transaction((trx) => petition.conclude('informed', 'Yol onarıldı.', {}, trx))
    await becomes('suppressed', await Message.findByOrFail('event', 'concluded'))
    assert.lengthOf(centre.messages(), 1)
  })
})

test.group('What the list may cost the database', (group) => {
  emptied(group)

  test('it reads at most 500 rows, however many messages ended', async ({ client, assert }) => {
    const masa = await officer('masa')
    await missed()
    const open = async () => (await client.get(LIST).loginAs(masa)).assertStatus(200)
    await open()
    if (db.connection().dialect.name !== 'mysql') return

    const database = new Database(process.env as Record<string, string>)
    await database.fillMessages(100_000, 2_000)
    const { rows } = await database.count(open)
    await database.close()
    assert.isAtLeast(rows, 60)
    assert.isAtMost(rows, 500)
  }).timeout(120_000)
})
