import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import server from '@adonisjs/core/services/server'
import { test } from '@japa/runner'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { fullHouse } from '#tests/support/middleware/full_house'
import { PATIENCE, webServer } from '#start/web_server'
import { gate } from '../../../app/middleware/admission/admission.ts'
import { KINDS, type Kind } from '../../../app/middleware/admission/kinds.ts'

const ALL = Object.keys(KINDS) as Kind[]
const FORM = 'Content-Type: application/x-www-form-urlencoded'

/** As it travels: a client would mend these addresses. */
async function answerTo(first: string, body?: string) {
  const socket = connect(Number(process.env.PORT), process.env.HOST)
  const form = body === undefined ? [] : [FORM, `Content-Length: ${body.length}`]
  const lines = [`${first} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...form]
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`)
  let answer = ''
  for await (const part of socket) answer += part
  return { status: Number(answer.slice(9, 12)), text: answer }
}

test.group('Strangers at the gate', (group) => {
  emptied(group)

  test('pass it by no way of writing an address', async ({ assert, cleanup }) => {
    fullHouse({ cleanup }, ...ALL)
    for (const first of [
      '/masa#x.js',
      '/masa#?x.js',
      '/x.php',
      '/htmx.min.js/',
      '/hata/',
      '/a.b',
    ]) {
      assert.equal((await answerTo(`GET ${first}`)).status, 503, first)
    }
    for (const first of ['/a.b', '/htmx.min.js', '/basvuru#a.b']) {
      assert.equal((await answerTo(`POST ${first}`, 'text=abc')).status, 503, first)
    }
    for (const free of ['GET /htmx.min.js', 'HEAD /hata/hata.css?1', 'GET /bicem/x.css']) {
      assert.equal((await answerTo(free)).status, 200, free)
    }
  })

  test('lead no form that is given back to another site', async ({ assert, cleanup }) => {
    fullHouse({ cleanup }, ...ALL)
    const own = await answerTo('POST /basvuru#a', 'text=abc')
    assert.include(own.text, 'action="/basvuru?kez=1"')
    for (const path of ['//other.example/giris', '/yok', 'http://other.example/giris']) {
      const { status, text } = await answerTo(`POST ${path}`, 'text=abc')
      assert.equal(status, 503, path)
      assert.notInclude(text, '<form', path)
    }
    assert.notInclude((await answerTo('POST //masa/yeni', 'text=abc')).text, 'action="//')
  })

  test('stand in a line of their own', async ({ assert, client, cleanup }) => {
    const masa = await officer('masa')
    fullHouse({ cleanup }, 'strangers')
    for (const path of ['/masa', '/masa/yeni', '/kayit']) {
      assert.equal((await answerTo(`GET ${path}`)).status, 503, path)
      const known = await client.get(path).loginAs(masa)
      known.assertStatus(200)
    }
    const written = await answerTo('POST /masa/yeni', 'text=abc')
    assert.equal(written.status, 503)
    assert.include(written.text, 'value="abc"')
  })

  test('that send slowly lose their place, also when they close only their own half', async ({
    assert,
    cleanup,
  }) => {
    const times = { ...PATIENCE, head: 50, whole: 50, look: 10, reading: 10 }
    const slow = webServer(server.handle.bind(server) as RequestListener, times)
    await once(slow.listen(0, '127.0.0.1'), 'listening')
    cleanup(() => void slow.close())
    for (const closes of [true, false]) {
      const { port } = slow.address() as AddressInfo
      const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
      cleanup(() => void socket.destroy())
      socket.on('error', () => {})
      socket.write(
        `POST /basvuru HTTP/1.1\r\nHost: a\r\n${FORM}\r\nContent-Length: 999\r\n\r\ntext=`
      )
      while (gate.fullness === 0) await turn()
      const [said] = await once(socket, 'data')
      assert.match(String(said), /^HTTP\/1\.1 408 /)
      if (closes) socket.end()
      while (gate.fullness > 0) await turn()
    }
  })
})
