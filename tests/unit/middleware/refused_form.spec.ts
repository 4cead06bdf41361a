import type { IncomingMessage } from 'node:http'
import { PassThrough } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { test } from '@japa/runner'
import { formAgain, READING, readForm } from '../../../app/middleware/admission/refused_form.ts'

const LONGEST = 256 * 1024

/** A form on its way, of which so much is said to come. */
function sending(length: number | string) {
  const type = 'application/x-www-form-urlencoded'
  const headers = { 'content-type': type, 'content-length': String(length) }
  const body = Object.assign(new PassThrough(), { headers })
  body.on('error', () => {})
  return { body, request: body as unknown as IncomingMessage }
}

function read(text: string) {
  const { body, request } = sending(Buffer.byteLength(text))
  body.end(text)
  return readForm(request)
}

/** What became of it so far. */
async function stateOf(reading: Promise<unknown>) {
  let state = 'waits'
  void reading.then((form) => (state = form ? 'read' : 'refused'))
  await turn()
  return state
}

test.group('A refused form', () => {
  test('is read as long as a form may be, and no longer', async ({ assert }) => {
    const longest = 'text='.padEnd(LONGEST, 'a')
    assert.lengthOf((await read(longest))!.get('text')!, LONGEST - 5)
    assert.isNull(await read(`${longest}a`))
  })

  test('has no more fields than a form of the house could have', async ({ assert }) => {
    assert.equal((await read('a&'.repeat(199) + 'a'))!.size, 200)
    assert.isNull(await read('a&'.repeat(200) + 'a'))
  })

  test('makes no endless page', ({ assert }) => {
    const page = (length: number) =>
      formAgain(new URLSearchParams({ text: '"'.repeat(length) }), 'tr', '/basvuru')
    assert.include(page(50_000)!, '&quot;')
    assert.isNull(page(LONGEST - 5))
  })

  test('of somebody who left while waiting takes no room for good', async ({ assert }) => {
    const { body, request } = sending(LONGEST)
    body.destroy()
    await turn()
    for (let one = 0; one < 100; one++) await assert.rejects(() => readForm(request), 'gone')
    assert.exists(await read('text=abc'))
  })

  test('that comes too slowly is given up', async ({ assert, cleanup }) => {
    const { deadline } = READING
    cleanup(() => void (READING.deadline = deadline))
    READING.deadline = 1
    for (let one = 0; one < 40; one++) {
      await assert.rejects(() => readForm(sending(LONGEST).request), 'late')
    }
  })

  test('waits for room with no more than the house can hold, and leaves it again', async ({
    assert,
    cleanup,
  }) => {
    const all = Array.from({ length: 40 }, () => sending(LONGEST))
    const allGo = () => all.forEach(({ body }) => body.destroy())
    cleanup(allGo)
    const readings = all.map(({ request }) => readForm(request).catch(() => null))
    const states = await Promise.all(readings.map(stateOf))
    const held = states.indexOf('refused')
    assert.isAbove(held, 1)
    assert.isTrue(states.slice(held).every((state) => state === 'refused'))
    allGo()
    await Promise.all(readings)
    assert.exists(await read('text='.padEnd(LONGEST, 'a')))
  })
})
