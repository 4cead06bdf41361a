import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Webhooks } from '#notification'
import { wrapped } from '#tests/support/database'
import { received } from '#tests/support/journey'
import { PhoneNumber } from '#shared/typed/phone_number'
import { gatewaySettings, type Log } from '#sms'
import { DeliveryReceipt } from '../../../app/notification/models/delivery_receipt.ts'
import { Message } from '../../../app/notification/models/message.ts'
import { Outbox } from '../../../app/notification/outbox/outbox.ts'
import { ReceiptBook } from '../../../app/notification/receipts/receipt_book.ts'
import { Route } from '../../../app/notification/dispatch/route.ts'

const secretOf = (name: string) => `${name}-`.padEnd(40, 'Zx9')
const at = (name: string, secret = secretOf(name)) => `/sms/rapor/${name}/${secret}`

const WRITTEN: Record<string, string> = {
  SUCCESS: '^200',
  URL: 'https://sms.example/',
  USERNAME: 'acik',
  PASSWORD: 'kapi',
  HOOK_FROM: '127.0.0.1',
}
const OWN: Record<string, string> = {
  NETGSM_PRESET: 'netgsm',
  VERIMOR_PRESET: 'verimor',
  UZAK_HOOK_FROM: '192.0.2.0/24',
  FIRMA_REPORT_WITHIN: 'rapor',
  FIRMA_REPORT_ID: 'mesaj,no',
  FIRMA_REPORT_STATE: 'sonuc',
  FIRMA_REPORT_DELIVERED: '^iletildi$',
}
const LIST = 'kannel, netgsm:http, verimor:http, uzak:http, firma:http, sessiz:log'

/** The companies of these tests, and what is logged about them. */
function open() {
  const lines: { data: Record<string, unknown>; message: string }[] = []
  const note = (data: object, message: string) => void lines.push({ data: { ...data }, message })
  const log: Log = { info: note, warn: note, error: note }
  const gateways = gatewaySettings(LIST, (setting) => {
    const [name, ...rest] = setting.split('_')
    const general = rest.join('_')
    if (general === 'HOOK_SECRET') return secretOf(name!.toLowerCase())
    return OWN[setting] ?? (name === 'KANNEL' && general === 'URL' ? undefined : WRITTEN[general])
  })
  const webhooks = new Webhooks(gateways, log)
  app.container.swap(Webhooks, () => webhooks)
  return lines
}

const rows = () => DeliveryReceipt.query().orderBy('id')

/** A message that the company has under this id. */
async function sentAs(id: string, gateway: string) {
  const petition = await received({ phone: PhoneNumber.parse('0500 012 34 56') })
  const message = await Message.findByOrFail('petitionId', petition.id)
  const outbox = new Outbox(new Route('sms', gateway))
  const [claimed] = await outbox.claim(1)
  await outbox.settle(claimed!, { kind: 'sent', ids: [id] })
  return message
}

const stateOf = async ({ id }: Message) => (await Message.findOrFail(id)).state

test.group('Reports of SMS companies', (group) => {
  wrapped(group)
  let lines: ReturnType<typeof open>
  group.each.setup(() => {
    lines = open()
    return () => app.container.restore(Webhooks)
  })

  test('Kannel: a plain GET tells the message that it arrived', async ({ client, assert }) => {
    const message = await sentAs('1a', 'kannel')
    const early = await client.get(`${at('kannel')}?id=1a&state=8&answer=ACK%2F`)
    early.assertStatus(200)
    assert.equal(early.text(), 'OK')
    const answer = 'id:77 sub:001 stat:DELIVRD err:000 text:Basvurunuz'
    await client.get(at('kannel')).qs({ id: '1A', state: '1', answer })

    await new ReceiptBook('kannel').match()
    assert.equal(await stateOf(message), 'delivered')
    const [first, second] = await rows()
    assert.deepEqual([first!.state, second!.state], ['accepted', 'delivered'])
    assert.equal(second!.raw, 'id:1a stat:1 err:000')
  })

  const KANNEL: [string, string, string, string | null][] = [
    ['1', 'id:7 stat:DELIVRD err:000 text:x', 'delivered', '000'],
    ['2', 'id:7 stat:UNDELIV err:012 text:x', 'undeliverable', '012'],
    ['4', '', 'enroute', null],
    ['8', 'ACK/', 'accepted', null],
    ['16', 'NACK/0x0000000b/Invalid Destination Address', 'rejected', '0x0000000b'],
    ['3', 'ACK/', 'enroute', 'unforeseen_3'],
    ['gel', 'ACK/', 'enroute', 'unforeseen_gel'],
  ]
  for (const [state, answer, expected, error] of KANNEL) {
    test(`Kannel: ${state} means ${expected}`, async ({ client, assert }) => {
      ;(await client.get(at('kannel')).qs({ id: 'a', state, answer })).assertStatus(200)
      const [row] = await rows()
      assert.deepEqual([row!.state, row!.error], [expected, error])
    })
  }

  test('Verimor: many in one call, and the words of nobody', async ({ client, assert }) => {
    const message = await sentAs('abc', 'verimor')
    const report = (campaign_custom_id: string, status: string) => ({
      type: 'outbound',
      campaign_id: 20121,
      campaign_custom_id,
      message_id: '13582302',
      dest: '905000123456',
      status,
      gsm_error: '0',
      content: 'gizli metin',
    })
    const calls = [
      report('abc', 'DELIVERED'),
      report('b', 'BLACKLISTED_DESTINATION_ADDRESS'),
      report('c', 'WAITING'),
      report('d', 'SENT'),
      { type: 'inbound', message_id: 1, source_addr: '905000123456', content: 'gizli soru' },
    ]
    ;(await client.post(at('verimor')).json(calls)).assertStatus(200)

    const all = await rows()
    assert.deepEqual(
      all.map(({ state }) => state),
      ['delivered', 'rejected', 'enroute', 'unknown']
    )
    await new ReceiptBook('verimor').match()
    assert.equal(await stateOf(message), 'delivered')
    const written = JSON.stringify([all.map((row) => row.serialize()), lines])
    for (const secret of ['gizli', '5000123456']) assert.notInclude(written, secret)
    assert.deepInclude(
      lines.map(({ data }) => data),
      { gateway: 'verimor', replies: 1 }
    )
  })

  test('Verimor: only somebody’s answer is acknowledged and dropped', async ({
    client,
    assert,
  }) => {
    const inbound = [{ type: 'inbound', message_id: 1, content: 'teşekkürler' }]
    ;(await client.post(at('verimor')).json(inbound)).assertStatus(200)
    assert.lengthOf(await rows(), 0)
  })

  for (const [how, body] of [
    ['one', { jobid: '17377215342605050417149344', status: 1, number: '5000123456' }],
    ['a list', [{ jobid: '17377215342605050417149344', durum: '1' }]],
    ['a list within', { jobs: [{ jobid: '17377215342605050417149344', status: '1' }] }],
  ] as const) {
    test(`Netgsm: ${how}`, async ({ client, assert }) => {
      const message = await sentAs('17377215342605050417149344', 'netgsm')
      ;(await client.post(at('netgsm')).json(body as {})).assertStatus(200)
      await new ReceiptBook('netgsm').match()
      assert.equal(await stateOf(message), 'delivered')
    })
  }

  test('Netgsm: an id of twenty-six digits without quotation marks', async ({ client, assert }) => {
    const body = '{"jobid":17377215342605050417149344,"status":11}'
    await client.post(at('netgsm')).header('content-type', 'text/plain').json(body)
    const [row] = await rows()
    assert.deepEqual([row!.remoteId, row!.state], ['17377215342605050417149344', 'rejected'])
  })

  test('a form, and names and words of one’s own', async ({ client, assert }) => {
    ;(await client.post(at('firma')).form({ no: '7', sonuc: 'iletildi' })).assertStatus(200)
    const two = {
      rapor: [
        { mesaj: '8', sonuc: 'iletildi' },
        { mesaj: '9', sonuc: 'EXPIRED' },
      ],
    }
    ;(await client.post(at('firma')).json(two)).assertStatus(200)
    assert.deepEqual(
      (await rows()).map(({ remoteId, state }) => [remoteId, state]),
      [
        ['7', 'delivered'],
        ['8', 'delivered'],
        ['9', 'expired'],
      ]
    )
  })

  test('before the answer, twice, and of ids that nobody knows', async ({ client, assert }) => {
    const tell = (id: string) => client.get(at('kannel')).qs({ id, state: '1' })
    for (const id of ['5f', '5f', 'kimse']) (await tell(id)).assertStatus(200)
    const book = new ReceiptBook('kannel')
    await book.match()
    const message = await sentAs('5f', 'kannel')
    await book.match()
    assert.equal(await stateOf(message), 'delivered')
    assert.lengthOf(await rows(), 3)
  })

  const GARBAGE: [string, string, string][] = [
    ['no JSON', 'application/json', '{"jobid":'],
    ['a word', 'application/json', '"jobid"'],
    ['nothing', 'application/json', ''],
    ['an empty list', 'application/json', '[]'],
    ['a list of lists', 'application/json', '[[[1]]]'],
    ['no state', 'application/json', '{"jobid":"1"}'],
    ['no id', 'application/json', '{"status":"1"}'],
    ['an id as a thing', 'application/json', '{"jobid":{"a":1},"status":"1"}'],
    ['an id of other letters', 'application/json', '{"jobid":"ş","status":"1"}'],
    ['an id too long', 'application/json', `{"jobid":"${'1'.repeat(66)}","status":"1"}`],
    ['a borrowed name', 'application/json', '{"__proto__":{"jobid":"1","status":"1"}}'],
    ['octets', 'application/octet-stream', '\u0000\u0001\u0002'],
  ]
  for (const [what, type, body] of GARBAGE) {
    test(`garbage is refused, and nothing is lost: ${what}`, async ({ client, assert }) => {
      const answer = await client.post(at('netgsm')).header('content-type', type).json(body)
      answer.assertStatus(400)
      assert.lengthOf(await rows(), 0)
    })
  }

  test('what is good among garbage is kept', async ({ client, assert }) => {
    const body = [{ jobid: '1', status: '1' }, { jobid: '2' }, null, 7]
    ;(await client.post(at('netgsm')).json(body)).assertStatus(200)
    assert.lengthOf(await rows(), 1)
    assert.deepInclude(
      lines.map(({ data }) => data),
      { gateway: 'netgsm', garbage: 3 }
    )
  })

  test('the body has an end', async ({ client, assert }) => {
    const body = [{ jobid: '1', status: '1', text: 'x'.repeat(300_000) }]
    ;(await client.post(at('netgsm')).json(body)).assertStatus(413)
    assert.lengthOf(await rows(), 0)
  })

  test('is not acknowledged while it is not written', async ({ client, assert, cleanup }) => {
    const { keep } = ReceiptBook.prototype
    ReceiptBook.prototype.keep = async () => {
      throw new Error('the database is away')
    }
    cleanup(() => {
      ReceiptBook.prototype.keep = keep
    })
    ;(await client.get(at('kannel')).qs({ id: '1', state: '1' })).assertStatus(500)
    ReceiptBook.prototype.keep = keep
    ;(await client.get(at('kannel')).qs({ id: '1', state: '1' })).assertStatus(200)
    assert.lengthOf(await rows(), 1)
  })

  test('needs no form of ours, and leaves no cookie', async ({ client, assert }) => {
    const answer = await client
      .post(at('netgsm'))
      .header('origin', 'https://netgsm.example')
      .header('sec-fetch-site', 'cross-site')
      .json({ jobid: '1', status: '1' })
    answer.assertStatus(200)
    assert.isUndefined(answer.header('set-cookie'))
  })
})

test.group('A stranger at the address of SMS reports', (group) => {
  wrapped(group)
  let lines: ReturnType<typeof open>
  group.each.setup(() => {
    lines = open()
    return () => app.container.restore(Webhooks)
  })

  const STRANGERS: [string, string][] = [
    ['a wrong secret', at('netgsm', secretOf('baska'))],
    ['another gateway’s secret', at('netgsm', secretOf('kannel'))],
    ['the beginning of the secret', at('netgsm', secretOf('netgsm').slice(0, -1))],
    ['a gateway that is not there', at('yok')],
    ['a gateway without reports', at('sessiz')],
    ['an address that may not report', at('uzak')],
  ]
  for (const [who, path] of STRANGERS) {
    test(`${who} finds what is at no address`, async ({ client, assert }) => {
      const nowhere = await client.get('/sms/rapor/burada')
      for (const [method, call] of [
        ['GET', client.get(path).qs({ id: '1', state: '1' })],
        ['POST', client.post(path).json([{ jobid: '1', status: '1' }])],
        ['bad JSON', client.post(path).header('content-type', 'application/json').json('{{{')],
        ['a book', client.post(path).form({ text: 'x'.repeat(400_000) })],
      ] as const) {
        const answer = await call
        assert.equal(answer.status(), 404, method)
        assert.equal(answer.text(), nowhere.text(), method)
        assert.deepEqual(Object.keys(answer.headers()), Object.keys(nowhere.headers()))
      }
      assert.lengthOf(await rows(), 0)
    })
  }

  test('costs the database nothing', async ({ client, assert, cleanup }) => {
    await client.get('/sms/rapor/burada')
    const asked: string[] = []
    const note = ({ sql }: { sql: string }) => void asked.push(sql)
    db.connection().getWriteClient().on('query', note)
    cleanup(() => void db.connection().getWriteClient().off('query', note))
    await client.post(at('netgsm', 'x'.repeat(40))).json({ jobid: '1' })
    assert.deepEqual(asked, [])
  })

  test('is counted, once a minute, with nothing of what was said', async ({ client, assert }) => {
    for (let n = 0; n < 5; n++) await client.get(at('netgsm', `gizli${n}`.padEnd(40, 'x')))
    assert.lengthOf(lines, 1)
    assert.deepEqual(lines[0]!.data, { strangers: 1 })
    assert.notInclude(JSON.stringify(lines), 'gizli')
  })

  test('cannot say that it is this machine', async ({ client, assert }) => {
    const answer = await client.get(at('uzak')).header('x-forwarded-for', '192.0.2.7')
    answer.assertStatus(404)
    assert.deepEqual(lines[0]!.data, { gateway: 'uzak', address: '127.0.0.1' })
  })
})
