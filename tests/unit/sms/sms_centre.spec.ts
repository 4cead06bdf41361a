import { fork } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { test } from '@japa/runner'
import { type TestContext } from '@japa/runner/core'
import { HtmlValidate } from 'html-validate'

import { freePort } from '#tests/support/free_port'

import { hear } from '../../../sms_centre/wire/air.ts'
import { SmsCentre } from '../../../sms_centre/centre.ts'
import { Lots, type Faults } from '../../../sms_centre/faults/faults.ts'
import { Figures, type CentreFigures } from '../../../sms_centre/figures.ts'
import { type Arrival } from '../../../sms_centre/telephones.ts'
import { ring, until } from '#tests/support/sms/happened'
import { openCentre, Sender } from '#tests/support/sms/sender'

async function scratchJournal({ cleanup }: Pick<TestContext, 'cleanup'>) {
  const folder = await mkdtemp(join(tmpdir(), 'sms-centre-'))
  cleanup(() => rm(folder, { recursive: true }))
  return join(folder, 'journal')
}

test.group('SMS centre', () => {
  test('goes on after a kill with what it had said yes to', async ({ assert, ...context }) => {
    const journal = await scratchJournal(context)
    const port = await freePort()
    const program = fileURLToPath(new URL('../../support/sms/centre_process.ts', import.meta.url))
    const settings = { journal, port, faults: { receipts: { late: 60_000 } } }
    const process_ = fork(program, [JSON.stringify(settings)])
    await once(process_, 'message')
    const sender = Sender.to({ port }, context)
    for (const text of ['bir', 'iki', 'Uzun açıklama. '.repeat(12)]) await sender.send(text)

    process_.kill('SIGKILL')
    await once(process_, 'exit')
    await appendFile(journal, '{"accepted":{"id":9,"from":"ACI')
    const centre = new SmsCentre({ journal, port, onChange: ring })
    await centre.start()

    await until(() => sender.receipts.length === 4)
    await until(() => centre.messages().every(({ told }) => told))
    assert.deepEqual(
      centre.messages().map(({ text }) => text),
      ['bir', 'iki', 'Uzun açıklama. '.repeat(12)]
    )
    assert.deepEqual(await sender.send('üç'), { kind: 'sent', ids: ['5'] })
    await until(() => centre.messages().every(({ told }) => told))
    await centre.stop()

    const third = await openCentre(context, { journal, port })
    assert.isTrue(third.messages().every(({ told }) => told))
  })

  test('gives no receipt a second time after it was heard', async ({ assert, ...context }) => {
    const journal = await scratchJournal(context)
    const first = new SmsCentre({ port: 0, journal, onChange: ring })
    await first.start()
    const sender = Sender.to(first, context)
    await sender.send('bir')
    await until(() => first.messages()[0]!.told)
    await first.stop()

    const again = await openCentre(context, { journal })
    assert.isTrue(again.messages()[0]!.told)
    assert.lengthOf((await readFile(journal, 'utf8')).match(/told/g)!, 1)
  })

  test('refuses what no telephone could show', async ({ assert, ...context }) => {
    const centre = await openCentre(context)
    const sender = Sender.to(centre, context, { dataCoding: 8 })
    assert.deepEqual(await sender.send('bir'), { kind: 'permanent', status: 'ESME_RINVMSGLEN' })
    assert.lengthOf(centre.messages(), 0)
  })

  test('knows how much a message holds', ({ assert }) => {
    const air = (letters: number, header = '') =>
      hear(
        header ? 0x40 : 0,
        0,
        Buffer.concat([Buffer.from(header, 'hex'), Buffer.alloc(letters, 0x61)])
      ).text.length

    assert.equal(air(160), 160)
    assert.throws(() => air(161), 'too long')
    assert.equal(air(155, '03240101'), 155)
    assert.throws(() => air(156, '03240101'), 'too long')
    assert.equal(air(153, '050003070201'), 153)
    assert.throws(() => air(154, '050003070201'), 'too long')
    assert.throws(() => air(10, '09240101'), 'too early')
  })

  test('never starts in production', ({ assert, cleanup }) => {
    const { NODE_ENV } = process.env
    cleanup(() => {
      if (NODE_ENV === undefined) delete process.env.NODE_ENV
      else process.env.NODE_ENV = NODE_ENV
    })
    process.env.NODE_ENV = 'production'
    assert.throws(() => new SmsCentre(), /production/)
  })

  test('has the same faults for the same seed', ({ assert }) => {
    const struck = (seed: number) => {
      const lots = new Lots(seed)
      return Array.from({ length: 64 }, () => lots.strikes('drop', 0.3))
    }
    assert.deepEqual(struck(7), struck(7))
    assert.notDeepEqual(struck(7), struck(8))
    assert.includeMembers(struck(7), [true, false])
  })

  test('holds the place of a link that broke, and gives it back when leave is taken', async ({
    assert,
    ...context
  }) => {
    const faults: Faults = { holdsBind: 60_000, drop: { when: 'after', which: { at: [2] } } }
    const centre = await openCentre(context, { faults })
    const first = Sender.to(centre, context)
    await first.send('bir')
    await first.gateway.drain()
    const second = Sender.to(centre, context)
    await second.send('iki')
    await until(() => centre.figures.refused > 0)
    await until(() => second.gateway.state.lastFault?.status === 'ESME_RALYBND')
    assert.equal(centre.figures.lostLinks, 1)
    assert.equal(centre.figures.binds - centre.figures.refused, 2)
  })

  test('hangs without losing a link, and goes on where it was', async ({ assert, ...context }) => {
    const centre = await openCentre(context)
    const sender = Sender.to(centre, context, { times: { response: 5_000 } })
    await sender.gateway.room()
    centre.hang(50)
    const outcomes = await Promise.all(['bir', 'iki'].map((text) => sender.send(text)))
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['sent', 'sent']
    )
    assert.equal(centre.figures.lostLinks, 0)
  })

  test('knows what came in any one second', ({ assert }) => {
    const figures = new Figures()
    for (const at of [0, 400, 999, 1_000, 1_399, 2_500]) figures.submitted(1, at)
    assert.equal(figures.busiestSecond, 4)
    assert.equal(figures.lastSubmit, 2_500)
  })
})

test.group('Page of the SMS centre', () => {
  test('shows each telephone its messages, newest last', async ({ assert, ...context }) => {
    const centre = await openCentre(context, { pagePort: 0 })
    const sender = Sender.to(centre, context)
    await sender.send('birinci & <b>')
    await sender.send('ikinci')
    await sender.send('öteki', { to: '+905000000002' })
    const address = `http://127.0.0.1:${centre.pagePort}`

    const page = await (await fetch(address)).text()
    assert.isBelow(page.indexOf('birinci'), page.indexOf('ikinci'))
    assert.include(page, 'birinci &#38; &#60;b&#62;')
    assert.include(page, '+90 500 000 00 01')
    assert.include(page, '3 mesaj')

    const own = await (await fetch(`${address}/messages.json?to=%2B905000000002`)).json()
    assert.deepEqual(
      (own as { text: string }[]).map(({ text }) => text),
      ['öteki']
    )
  })

  test('gives its figures, and what arrived how often, to other processes', async ({
    assert,
    ...context
  }) => {
    const centre = await openCentre(context, { pagePort: 0 })
    const sender = Sender.to(centre, context)
    for (const text of ['bir', 'iki', 'bir']) await sender.send(text)
    const asked = async (path: string) => {
      return (await fetch(`http://127.0.0.1:${centre.pagePort}/${path}`)).json()
    }
    const figures = (await asked('figures.json')) as CentreFigures
    assert.containsSubset(figures, { binds: 1, accepted: 3, mostUnanswered: 1, lostLinks: 0 })
    const arrivals = (await asked('arrivals.json')) as Arrival[]
    assert.deepEqual(
      arrivals.map(({ text, times }) => [text, times]),
      [
        ['bir', 2],
        ['iki', 1],
      ]
    )
  })

  test('of very many messages shows the last ones', async ({ assert, ...context }) => {
    const centre = await openCentre(context, { pagePort: 0 })
    const sender = Sender.to(centre, context)
    const texts = Array.from({ length: 210 }, (_, number) => `Mesaj ${number}.`)
    for (const text of texts) await sender.send(text)
    const page = await (await fetch(`http://127.0.0.1:${centre.pagePort}`)).text()
    assert.include(page, '210 mesaj, son 200 tanesi')
    assert.include(page, 'Mesaj 209.')
    assert.notInclude(page, 'Mesaj 9.')
  })

  test('is well-formed, empty and full', async ({ assert, ...context }) => {
    const centre = await openCentre(context, { pagePort: 0 })
    const sender = Sender.to(centre, context)
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })
    const problems = async () => {
      const page = await (await fetch(`http://127.0.0.1:${centre.pagePort}`)).text()
      const { results } = await validator.validateString(page)
      return results.flatMap(({ messages }) => messages.map(({ message }) => message))
    }
    assert.deepEqual(await problems(), [])
    await sender.send('Uzun açıklama. '.repeat(12))
    assert.deepEqual(await problems(), [])
  })
})
