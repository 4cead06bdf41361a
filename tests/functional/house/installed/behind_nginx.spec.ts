import { readFileSync } from 'node:fs'
import { request as plainRequest, type IncomingMessage } from 'node:http'
import { request, type RequestOptions } from 'node:https'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { hiddenFields } from '#database/demo/day/visitor'
import { emptied } from '#tests/support/database'
import { freePort } from '#tests/support/free_port'
import { eventually } from '#tests/support/notification/dispatching'
import { fullHouse } from '#tests/support/middleware/full_house'
import { Nginx } from '#tests/support/programs/nginx'
import { selfSigned } from '#tests/support/sms/certificate'

const NAME = 'acikkapi.example'
/** Of its own: the framework remembers of each address, for ever, whether it was trusted. */
const PROXY = '127.0.0.77'
const LARGER_THAN_NGINX_TAKES = 400_000
const LARGER_THAN_WE_TAKE = 280_000

/** The configuration of the guide, whole. */
function configuration() {
  const guide = readFileSync('docs/operations/install.md', 'utf8')
  const section = /## 6\. nginx\n([^]*?)\n## 7\./.exec(guide)![1]!
  const blocks = section
    .split(/\n(?=\S)/)
    .flatMap((part) => part.match(/(?:^ {4}.*\n|^\n)+/gm) ?? [])
  return blocks.sort((a, b) => b.length - a.length)[0]!.replace(/^ {4}/gm, '')
}

/** nginx as the guide sets it up, before the server of all tests, which believes it. */
async function behindNginx(
  { cleanup }: Pick<TestContext, 'cleanup'>,
  upstream = process.env.PORT,
  more: Record<string, string> = {}
) {
  const ports = { http: await freePort(), https: await freePort() }
  const nginx = await Nginx.start(configuration(), {
    ports,
    certificate: selfSigned(),
    replaced: {
      '127.0.0.1:3333': `127.0.0.1:${upstream}`,
      'proxy_pass ': `proxy_bind ${PROXY}; proxy_pass `,
      ...more,
    },
  })
  cleanup(nginx.stop)
  const settings = app.config.get<{ trustProxy: (address: string) => boolean }>('app.http')
  const usual = settings.trustProxy
  settings.trustProxy = (address) => address.endsWith(PROXY)
  cleanup(() => {
    settings.trustProxy = usual
  })
  const host = `${NAME}:${ports.https}`
  const site = { port: ports.https, servername: NAME, rejectUnauthorized: false }
  return {
    host,
    log: nginx.log,
    ask: (path: string, about: RequestOptions = {}, body = '') =>
      answered(
        request({
          host: '127.0.0.1',
          ...site,
          path,
          ...about,
          headers: { host, ...about.headers },
        }),
        body
      ),
    askPlainly: (path: string, headers: Record<string, string>) =>
      answered(plainRequest({ host: '127.0.0.1', port: ports.http, path, headers })),
  }
}

async function answered(sent: ReturnType<typeof request>, body = '') {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve).once('error', reject).end(body)
  })
  let text = ''
  for await (const part of answer.setEncoding('utf8')) text += part
  return { status: answer.statusCode!, headers: answer.headers, text }
}

function form(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const about = { method: 'POST', headers: { ...type, ...headers } }
  return [about, new URLSearchParams(fields).toString()] as const
}

test.group('Behind nginx as the guide sets it up', (group) => {
  emptied(group)
  group.tap((one) => one.skip(!Nginx.isInstalled, Nginx.MISSING))

  test('everything goes over https', async ({ assert, cleanup }) => {
    const { ask, askPlainly } = await behindNginx({ cleanup })
    const plain = await askPlainly('/basvuru?a=1', { host: 'baska.example' })
    assert.equal(plain.status, 301)
    assert.equal(plain.headers.location, `https://${NAME}/basvuru?a=1`)
    const page = await ask('/')
    assert.equal(page.status, 200)
    assert.equal(page.headers['strict-transport-security'], 'max-age=31536000')
    assert.include((await ask('/htmx.min.js')).text, 'htmx')
    await assert.rejects(() => ask('/', { servername: 'baska.example' }))
  })

  test('a petition is received, and another site’s is not, whatever it says of itself', async ({
    assert,
    cleanup,
  }) => {
    const { ask, host } = await behindNginx({ cleanup })
    const page = await ask('/basvuru')
    const fields = {
      ...hiddenFields(page.text, '/basvuru'),
      text: 'Yol bozuk.',
      name: 'Ayşe Deneme',
    }
    const typed = { ...fields, noNationalId: '1', phone: '0500 012 34 56' } as Record<
      string,
      string
    >
    const theirs = { 'origin': 'https://baska.example', 'x-forwarded-host': 'baska.example' }
    assert.equal((await ask('/basvuru', ...form(typed, theirs))).status, 403)
    const ours = await ask('/basvuru', ...form(typed, { origin: `https://${host}` }))
    assert.equal(ours.status, 303)
  })

  test('addresses that open something stand in no log', async ({ assert, cleanup }) => {
    const { ask, log } = await behindNginx({ cleanup })
    const secret = 'Q8'.repeat(11)
    const opening = [
      ...['/telefon/', '/en/telefon/', '/edremit/telefon/', '/basvuru/alindi/'],
      ...['/sira/', '/en/sira/'],
    ]
    for (const path of opening) await ask(path + secret)
    const body = 'a'.repeat(LARGER_THAN_NGINX_TAKES)
    const [about] = form({})
    const sent = await ask(`/telefon/${secret}`, about, body)
    assert.notInclude(sent.text, '/hata/', 'files come through')
    const seen = await ask('/', { headers: { referer: 'https://acikkapi.example/sorgula' } })
    assert.equal(seen.status, 200)
    // nginx writes of a request when its answer has already gone out.
    await eventually(() => log().includes('GET / '))
    assert.notInclude(log(), secret)
  })

  test('nginx shows no page of its own', async ({ assert, cleanup }) => {
    const { ask } = await behindNginx({ cleanup })
    const long = await ask('/basvuru', ...form({ text: 'a'.repeat(LARGER_THAN_NGINX_TAKES) }))
    const lesser = await ask('/basvuru', ...form({ text: 'a'.repeat(LARGER_THAN_WE_TAKE) }))
    const answers = {
      413: [long, lesser],
      414: [await ask(`/?${'a'.repeat(20_000)}`)],
      400: [await ask('/%ff')],
      404: [await ask('/hata/yok.html'), await ask('/yok.js')],
    }
    for (const [status, all] of Object.entries(answers)) {
      for (const answer of all) {
        assert.equal(answer.status, Number(status))
        assert.include(answer.text, 'Açık Kapı', status)
        assert.notInclude(answer.text.toLowerCase(), 'nginx', status)
      }
    }
    assert.include(lesser.text, 'foot__emergency', 'the application’s own page')
  })

  test('says so in our words when the application is gone', async ({ assert, cleanup }) => {
    const { ask } = await behindNginx({ cleanup }, String(await freePort()))
    const answer = await ask('/basvuru', ...form({ text: 'Yol bozuk.' }))
    assert.equal(answer.status, 502)
    assert.include(answer.text, 'Açık Kapı şu anda cevap veremiyor')
    assert.include((await ask('/hata/hata.css')).headers['content-type']!, 'text/css')
  })

  test('lets through what the application says when it has too much to do', async ({
    assert,
    cleanup,
  }) => {
    const { ask, host } = await behindNginx({ cleanup })
    fullHouse({ cleanup }, 'petitions')
    const sent = form({ text: 'Yol bozuk.', token: 'a' }, { origin: `https://${host}` })
    const answer = await ask('/basvuru', ...sent)
    assert.equal(answer.status, 503)
    assert.match(answer.headers['retry-after']!, /^\d+$/)
    assert.include(answer.text, 'name="text" value="Yol bozuk."')
  })

  test('makes a machine wait that sends without a pause', async ({ assert, cleanup }) => {
    const { ask } = await behindNginx({ cleanup })
    const storm = Array.from({ length: 120 }, () => ask('/sorgula', ...form({})))
    const answers = await Promise.all(storm)
    const refused = answers.filter(({ status }) => status === 429)
    assert.isNotEmpty(refused)
    assert.isAtLeast(answers.filter(({ status }) => status === 422).length, 40, 'a crowd passes')
    assert.include(refused[0]!.text, 'Çok fazla istek geldi')
  })

  test('takes a network of IPv6 for one machine', async ({ assert, cleanup }) => {
    const from = 'server_tokens off; set_real_ip_from 127.0.0.1; real_ip_header X-Caller;'
    const { ask } = await behindNginx({ cleanup }, undefined, { 'server_tokens off;': from })
    const send = (caller: string) => ask('/sorgula', ...form({}, { 'x-caller': caller }))
    for (const network of ['2001:db8:0:7', '2001:db8:3:0', '2001:db8:0:0']) {
      const callers = Array.from({ length: 120 }, (_, at) => `${network}:${at.toString(16)}:1:1:1`)
      const answers = await Promise.all(callers.map(send))
      assert.isNotEmpty(
        answers.filter(({ status }) => status === 429),
        network
      )
    }
    const apart = await Promise.all(['7:1', '7:2', '7:3'].map((net) => send(`2001:db8:${net}::1`)))
    assert.deepEqual(
      apart.map(({ status }) => status),
      [422, 422, 422]
    )
  })
})
