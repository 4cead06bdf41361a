import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { emptied } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { Kannel } from '#tests/support/programs/kannel'
import type { SmsCentre } from '../../../../sms_centre/centre.ts'
import { gatewaySettings, KannelGateway, type KannelSettings, LETTERS, normalised } from '#sms'
import { Webhooks } from '../../../../app/notification/receipts/webhooks.ts'
import { Message } from '../../../../app/notification/models/message.ts'
import { Outbox } from '../../../../app/notification/outbox/outbox.ts'
import { Route } from '../../../../app/notification/dispatch/route.ts'
import { Client, QUICK_HTTP } from '#tests/support/sms/company'
import {
  becomes,
  dueNow,
  eventually,
  openDispatcher,
  received,
} from '#tests/support/notification/dispatching'
import { ring, until } from '#tests/support/sms/happened'
import { openCentre, PHONE } from '#tests/support/sms/sender'

const TEXT = 'Başvurunuz sonuçlandı: İğne, üç {çöp} [Ş] 5 € @ÖÜÇ_$\nĞ ı ş'
const SECRET = 'kannel'.padEnd(32, 'x')

/** The web process, as far as Kannel sees it: an address for reports, which become rows. */
async function openDesk({ cleanup }: TestContext) {
  const written: Record<string, string> = {
    KANNEL_USERNAME: 'acikkapi',
    KANNEL_PASSWORD: 'gizli-parola',
    KANNEL_HOOK_SECRET: SECRET,
  }
  const webhooks = new Webhooks(gatewaySettings('kannel', (name) => written[name]))
  const told: Record<string, string>[] = []
  const desk = createServer(async ({ url = '', socket }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://desk')
    const [, , , name = '', secret = ''] = pathname.split('/')
    const webhook = webhooks.open(name, secret, socket.remoteAddress!)
    const report = Object.fromEntries(searchParams)
    told.push(report)
    ring()
    response.writeHead(webhook && (await webhook.take(report)) ? 200 : 400).end()
  })
  desk.listen(0, '127.0.0.1')
  await once(desk, 'listening')
  cleanup(() => new Promise<void>((resolve) => desk.close(() => resolve())))
  cleanup(() => desk.closeAllConnections())
  const { port } = desk.address() as AddressInfo
  return { told, reportTo: `http://127.0.0.1:${port}/sms/rapor/kannel/${SECRET}` }
}

async function openAll(context: TestContext, settings: Partial<KannelSettings> = {}) {
  const desk = await openDesk(context)
  const centre = await openCentre(context)
  const kannel = await Kannel.open(centre)
  context.cleanup(() => kannel.close())
  const gateway = new KannelGateway({
    name: 'kannel',
    url: kannel.url,
    username: kannel.username,
    password: kannel.password,
    sender: 'ACIKKAPI',
    alphabet: 'locking',
    reportTo: desk.reportTo,
    times: { ...QUICK_HTTP, response: 20_000 },
    ...settings,
  })
  return { ...desk, centre, kannel, gateway }
}

/** What the operator is given, besides what the telephone makes of it. */
function codings(centre: SmsCentre) {
  const seen: number[] = []
  const accept = centre.accept.bind(centre)
  centre.accept = (submit, systemId) => {
    seen.push(submit.dataCoding)
    return accept(submit, systemId)
  }
  return seen
}

test.group('Kannel', (group) => {
  emptied(group)
  group.tap((one) => one.skip(!Kannel.isInstalled, Kannel.MISSING).timeout(60_000))
  group.each.setup(async () => {
    await district()
  })

  test('brings Turkish to the telephone unharmed, in one part', async (context) => {
    const { assert } = context
    const { centre, gateway, told } = await openAll(context)
    const coded = codings(centre)
    const client = Client.with(gateway, context)
    const all = [...LETTERS.locking.keys()].join('')

    const texts = [TEXT, normalised(all), 'Merhaba {dünya}', 'ş'.repeat(150)]
    for (const text of texts) assert.propertyVal(await client.send(text), 'kind', 'sent')
    await until(() => centre.messages().length === texts.length)

    // Kannel may let one overtake the other.
    const shown = centre
      .messages(PHONE.slice(1))
      .sort((one, other) => texts.indexOf(one.text) - texts.indexOf(other.text))
    assert.deepEqual(
      shown.map(({ text }) => text),
      texts
    )
    assert.deepEqual(
      shown.map(({ parts }) => parts.of),
      [1, 1, 1, 1]
    )
    assert.equal(shown[0]!.alphabet, 'Turkish locking shift')
    assert.equal(shown[0]!.from, 'ACIKKAPI')
    assert.equal(shown[2]!.alphabet, 'GSM-7')
    // The telephone shows as text only what has the data coding of text.
    assert.deepEqual(coded, [0, 0, 0, 0])

    const ids = client.outcomes.flatMap((outcome) => (outcome as { ids: string[] }).ids)
    const delivered = () => told.filter(({ state }) => state === '1').map(({ id }) => id!)
    await until(() => delivered().length === texts.length)
    assert.sameMembers(delivered(), ids)
  })

  test('brings a long text, and one with letters of no table, in as few parts as can be', async (context) => {
    const { assert } = context
    const { centre, gateway } = await openAll(context)
    const client = Client.with(gateway, context)
    const long = 'Çok uzun bir açıklama: ğüşiöç [1]. '.repeat(9).trim()
    const wide = 'Başvurunuz 🙂 sonuçlandı. '.repeat(6).trim()

    assert.lengthOf(((await client.send(long)) as { ids: string[] }).ids, 3)
    assert.lengthOf(((await client.send(wide)) as { ids: string[] }).ids, 3)
    const whole = () => centre.messages().filter(({ text }) => !text.includes('…'))
    await until(() => whole().length === 2)

    const shown = centre.messages().map(({ text, alphabet, parts }) => [text, alphabet, parts.of])
    assert.sameDeepMembers(shown, [
      [long, 'Turkish locking shift', 3],
      [wide, 'UCS-2', 3],
    ])
  })

  test('from the outbox to the telephone, and the receipt says so', async (context) => {
    const { assert } = context
    const { centre, gateway } = await openAll(context)
    openDispatcher(gateway, context)
    const { petition, secret, message } = await received()
    const delivered = await becomes('delivered', message)
    assert.equal(delivered.attempts, 1)
    const [shown] = centre.messages('905000123456')
    assert.include(shown!.text, petition.shownNumber)
    assert.include(shown!.text, secret.text)
    assert.equal(shown!.parts.of, 1)
  })

  test('what the operator refuses or the telephone never takes is told to the bureau', async (context) => {
    const { assert } = context
    const { centre, gateway } = await openAll(context)
    openDispatcher(gateway, context)
    centre.play({ refuse: { status: 0x0b, which: { every: 1 } } })
    const refused = await becomes('rejected', (await received()).message)
    centre.play({ undelivered: { every: 1 } })
    const missed = await becomes('undeliverable', (await received()).message)
    for (const { missedAt } of [refused, missed]) assert.isNotNull(missedAt)
  })

  test('a sender name that the operator refuses is reported of its own text, and stops nobody', async (context) => {
    const { assert } = context
    const { centre, gateway, told } = await openAll(context)
    centre.play({ refuse: { status: 0x0a, which: { every: 1 }, from: 'KOMSUOVA' } })
    const client = Client.with(gateway, context)
    const [refused, taken] = [
      await client.send('bir', { sender: 'KOMSUOVA' }),
      await client.send('iki'),
    ].map((outcome) => (outcome as { ids: string[] }).ids[0])
    const saidOf = (state: string) => told.find((report) => report.state === state)?.id
    await until(() => saidOf('16') !== undefined && saidOf('1') !== undefined)
    assert.deepEqual([saidOf('16'), saidOf('1')], [refused, taken])
    assert.equal(gateway.state.link, 'bound')
  })

  test('a wrong password stops the gateway; a wrong text does not', async (context) => {
    const { assert } = context
    const { gateway, kannel } = await openAll(context, { password: 'yanlis' })
    const client = Client.with(gateway, context)
    assert.deepEqual(await client.send('Merhaba'), {
      kind: 'configuration',
      status: 'Authorization_failed',
    })
    assert.equal(gateway.state.link, 'closed')

    const url = `${kannel.url.replace('sendsms', 'nothing')}`
    const lost = Client.with(new KannelGateway({ ...settingsOf(gateway), url }), context)
    assert.deepEqual(await lost.send('Merhaba'), { kind: 'configuration', status: 'http_404' })
  })

  test('killed and started again, it goes on with what waited here', async (context) => {
    const { assert } = context
    const { centre, gateway, kannel } = await openAll(context)
    openDispatcher(gateway, context)
    await becomes('delivered', (await received()).message)

    await kannel.kill()
    const { message } = await received()
    await eventually(() => gateway.state.link !== 'bound')
    // One that was just being handed over comes back first.
    await eventually(async () => (await Message.findOrFail(message.id)).state !== 'sending')
    assert.include(['waiting', 'queued'], (await Message.findOrFail(message.id)).state)

    await kannel.start()
    assert.equal((await becomes('delivered', message)).attempts, 1)
    assert.lengthOf(centre.messages(), 2)
  })

  test('killed with a text in its memory, it loses that one, and the row shows it', async (context) => {
    const { assert } = context
    const { centre, gateway, kannel, told } = await openAll(context)
    openDispatcher(gateway, context)
    await becomes('delivered', (await received()).message)
    // Taken, and never answered: Kannel waits, and has nothing on disk.
    centre.play({ mute: true })
    const { message } = await received()
    const sent = await becomes('sent', message)
    await kannel.kill()
    centre.play({})
    await kannel.start()
    await becomes('delivered', (await received()).message)

    assert.lengthOf(
      told.filter(({ state }) => state === '1'),
      2
    )
    assert.equal((await Message.findOrFail(message.id)).state, 'sent')
    assert.isNotNull(sent.nextAt)
    await dueNow(message)
    await new Outbox(new Route('sms', 'kannel')).endOverdue()
    assert.equal((await Message.findOrFail(message.id)).state, 'unknown')
  })
})

function settingsOf(gateway: KannelGateway): KannelSettings {
  return (gateway as unknown as { settings: KannelSettings }).settings
}
