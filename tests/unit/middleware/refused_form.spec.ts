import type { IncomingMessage } from 'node:http'
import { PassThrough } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { test } from '@japa/runner'
import { LONGEST, READING } from '../../../app/middleware/admission/bodies.ts'
import { formAgain, isForm, readForm } from '../../../app/middleware/admission/refused_form.ts'

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

test.group('A refused form', () => {
  test('is read as long as a form may be, and no longer', async ({ assert }) => {
    const longest = 'text='.padEnd(LONGEST, 'a')
    assert.lengthOf((await read(longest))!.get('text')!, LONGEST - 5)
    assert.isTrue(isForm(sending(LONGEST).request))
    assert.isFalse(isForm(sending(LONGEST + 1).request))
    assert.isFalse(isForm(sending('').request) && isForm(sending('many').request))
  })

  test('has no more fields than a form of the house could have', async ({ assert }) => {
    assert.equal((await read('a&'.repeat(399) + 'a'))!.size, 400)
    assert.isNull(await read('a&'.repeat(400) + 'a'))
  })

  test('comes back whole, in pieces of which none is long', ({ assert }) => {
    const text = '"a😀'.repeat(LONGEST / 8)
    const pieces = [...formAgain(new URLSearchParams({ text }), 'tr', '/basvuru')]
    assert.isBelow(Math.max(...pieces.map(({ length }) => length)), 64 * 1024)
    assert.lengthOf(pieces.join('').split(text.replaceAll('"', '&quot;')), 3)
    // As it goes over the line: half a letter would become another one.
    const sent = pieces.map((piece) => Buffer.from(piece).toString()).join('')
    assert.equal(sent, pieces.join(''))
  })

  test('of somebody who has left is not waited for', async ({ assert }) => {
    const { body, request } = sending(LONGEST)
    body.destroy()
    await turn()
    await assert.rejects(() => readForm(request), 'gone')
  })

  test('that comes too slowly is given up', async ({ assert, cleanup }) => {
    const { deadline } = READING
    cleanup(() => void (READING.deadline = deadline))
    READING.deadline = 1
    await assert.rejects(() => readForm(sending(LONGEST).request), 'late')
  })
})
