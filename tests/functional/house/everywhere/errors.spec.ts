import { IncomingMessage } from 'node:http'
import { connect, Socket } from 'node:net'
import testUtils from '@adonisjs/core/services/test_utils'
import { Exception } from '@adonisjs/core/exceptions'
import i18n from '@adonisjs/i18n/services/main'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import HttpExceptionHandler from '#exceptions/handler'
import { ERROR_KINDS, type ErrorKind } from '#exceptions/error_answer'
import { TooManyTries } from '#organisation'
import { wrapped } from '#tests/support/database'
import { heardLog } from '#tests/support/heard_log'
import { officer } from '#tests/support/journey'
import { assertValid } from '#tests/support/pages'

const WORDS = 'Köprü yıkıldı, karşıya geçemiyoruz.'
const LARGE = 'a'.repeat(300_000)

/** How each of them comes about; a page, or an error that none of the pages causes by itself. */
const CAUSES: Record<ErrorKind, (client: ApiClient) => Promise<{ status: number; text: string }>> =
  {
    notFound: async (client) => plain(await client.get('/yok')),
    forbidden: async (client) =>
      plain(await client.post('/basvuru').header('sec-fetch-site', 'cross-site').form({})),
    stale: async (client) =>
      plain(
        await client
          .post('/masa/yeni')
          .loginAs(await officer('masa'))
          .form({ text: WORDS, _csrf: 'eski' })
      ),
    unreadable: async (client) =>
      plain(
        await client
          .post('/basvuru')
          .type('application/json')
          .json('{"text": "a' as never)
      ),
    tooLarge: async (client) => plain(await client.post('/basvuru').form({ text: LARGE })),
    tooMany: () => thrown(new TooManyTries(7)),
    serverError: () => thrown(new Error('inside')),
    busy: () => thrown(Object.assign(new Error('inside'), { code: 'ER_LOCK_DEADLOCK' })),
  }

function plain(answer: { status(): number; text(): string }) {
  return { status: answer.status(), text: answer.text() }
}

/** What the handler makes of an error while a form with words in it is being taken. */
async function thrown(error: unknown) {
  const req = new IncomingMessage(new Socket())
  const ctx = await testUtils.createHttpContext({
    req: Object.assign(req, { method: 'POST', url: '/basvuru' }),
  })
  ctx.request.setInitialBody({ text: WORDS, password: 'gizlisözcük' })
  await new HttpExceptionHandler().handle(error, ctx)
  return { status: ctx.response.getStatus(), text: String(ctx.response.getBody()), ctx }
}

/** As it travels, for what no client would send. */
async function asked(lines: string[], body = '') {
  const socket = connect(Number(process.env.PORT), process.env.HOST)
  const head = [...lines, 'Host: localhost', 'Connection: close', '', body]
  socket.write(head.join('\r\n'))
  let answer = ''
  for await (const part of socket) answer += part
  return answer
}

function posted(type: string, body: string, ...more: string[]) {
  const head = ['POST /basvuru HTTP/1.1', `Content-Type: ${type}`]
  return [...head, `Content-Length: ${Buffer.byteLength(body)}`, ...more]
}

test.group('Every error', (group) => {
  wrapped(group)

  test('has a page that shows it', async ({ assert, client }) => {
    for (const kind of ERROR_KINDS) {
      const { status, text } = await CAUSES[kind](client)
      const title = i18n.locale('tr').t(`errors.${kind}.title`)
      assert.isAtLeast(status, 400, kind)
      assert.include(text, `<h1>${title}</h1>`, kind)
      assert.lengthOf(text.match(/<main\b/g)!, 1, kind)
      await assertValid(assert, text, kind)
    }
  })

  test('keeps what was typed where it reached us, but no password', async ({ assert, client }) => {
    for (const kind of ['stale', 'tooMany', 'serverError', 'busy'] as const) {
      const { text } = await CAUSES[kind](client)
      assert.include(text, `<blockquote class="said">${WORDS}</blockquote>`, kind)
      assert.include(text, `name="text" value="${WORDS}"`, kind)
      assert.notInclude(text, 'gizlisözcük', kind)
    }
  })

  test('gives an officer without the right to do it their words back', async ({
    assert,
    client,
  }) => {
    const unit = await officer('tarim')
    const answer = await client
      .post('/masa/yeni')
      .loginAs(unit)
      .withCsrfToken()
      .form({ text: WORDS })
    answer.assertStatus(403)
    assert.include(answer.text(), WORDS)
    assert.include(answer.text(), 'Bu sayfa görevinize açık değil')
  })

  test('says when to try again', async ({ assert }) => {
    const { ctx, text } = await thrown(new TooManyTries(7))
    assert.equal(ctx.response.getHeader('retry-after'), '420')
    assert.include(text, '7 dakika')
  })

  test('believes no status but that of an answer', async ({ assert }) => {
    for (const status of [200, 302, 99, 600, 404.5, '404', null]) {
      const error = Object.assign(new Error('inside'), { status })
      assert.equal((await thrown(error)).status, 500, String(status))
    }
    const { status } = await thrown(new Exception('inside', { status: 418 }))
    assert.equal(status, 418)
  })

  test('says the same to programs, and nothing of the inside', async ({ assert, client }) => {
    const wanted: Record<string, RegExp> = {
      'application/json': /^\{"message":"Bu sayfa bulunamadı"\}$/,
      'text/plain': /^Bu sayfa bulunamadı$/,
      'application/vnd.api+json': /<h1>Bu sayfa bulunamadı/,
      'image/png': /<h1>Bu sayfa bulunamadı/,
      '*/*': /<h1>Bu sayfa bulunamadı/,
      'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8': /<h1>Bu sayfa bulunamadı/,
    }
    for (const [accept, words] of Object.entries(wanted)) {
      const answer = await client.get('/yok').header('accept', accept)
      answer.assertStatus(404)
      assert.match(answer.text(), words, accept)
    }
  })

  test('is ours, however broken the request', async ({ assert }) => {
    const form = 'application/x-www-form-urlencoded'
    const requests = {
      'no such address': await asked(['GET /%ff HTTP/1.1']),
      'no such method': await asked(['DELETE /basvuru HTTP/1.1']),
      'unknown method': await asked(['PROPFIND / HTTP/1.1']),
      'broken JSON': await asked(posted('application/json', '{"text":"K'), '{"text":"K'),
      'JSON that is no form': await asked(posted('application/json', '["K"]'), '["K"]'),
      'unknown letters': await asked(posted(`${form}; charset=utf-42`, 'text=K'), 'text=K'),
      'unknown packing': await asked(posted(form, 'K', 'Content-Encoding: lzma'), 'K'),
      'broken packing': await asked(posted(form, 'K', 'Content-Encoding: gzip'), 'K'),
      'broken multipart': await asked(posted('multipart/form-data', 'K'), 'K'),
      'half a letter': await asked(posted(form, 'text=%C4'), 'text=%C4'),
      'no length': await asked([`POST /basvuru HTTP/1.1`, `Content-Type: ${form}`]),
    }
    for (const [what, answer] of Object.entries(requests)) {
      assert.match(answer, /^HTTP\/1\.1 4\d\d /, what)
      assert.match(answer, /<title>[^<]*Açık Kapı<\/title>/, what)
      assert.lengthOf(answer.match(/<main\b/g) ?? [], 1, what)
    }
  })

  test('has no body where only the head was asked for', async ({ assert }) => {
    const answer = await asked(['HEAD /yok HTTP/1.1'])
    assert.match(answer, /^HTTP\/1\.1 404 /)
    assert.isTrue(answer.endsWith('\r\n\r\n'))
  })

  test('is written down when it is ours, under a name of our own', async ({
    assert,
    client,
    cleanup,
  }) => {
    const lines = await heardLog({ cleanup })
    const theirs = 'Ayşe Deneme'
    const ctx = await testUtils.createHttpContext()
    ctx.request.request.headers['x-request-id'] = theirs
    await new HttpExceptionHandler().report(new Error(theirs), ctx)
    const answer = await client.get('/yok').header('x-request-id', 'theirs')
    assert.notInclude(JSON.stringify(answer.headers()), 'theirs')
    assert.notInclude(lines.join(''), 'Ayşe')
    assert.match(ctx.request.id()!, /^[0-9a-f-]{36}$/)
    assert.equal(ctx.request.id(), ctx.request.id())
    assert.lengthOf(
      lines.filter((line) => line.includes('could not be answered')),
      1
    )
  })
})
