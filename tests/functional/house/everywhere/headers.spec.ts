import { test } from '@japa/runner'
import { connect } from 'node:net'

const END = '\r\n\r\n'

/** A page as it travels, for addresses that a client would mend. */
async function pageOf(path: string) {
  const socket = connect(Number(process.env.PORT), process.env.HOST)
  const lines = ['Host: localhost', 'Accept-Encoding: identity', 'Connection: close']
  const asked = [`GET ${path} HTTP/1.1`, ...lines, '', '']
  socket.write(asked.join('\r\n'))
  let answer = ''
  for await (const part of socket) answer += part
  return answer
}

/** What stands before the first word of a page, as it travels. */
async function headOf(path: string) {
  const socket = connect(Number(process.env.PORT), process.env.HOST)
  const asked = [`GET ${path} HTTP/1.1`, 'Host: localhost', 'Accept-Encoding: br', '', '']
  socket.write(asked.join('\r\n'))
  let answer = ''
  for await (const part of socket) {
    answer += part
    if (answer.includes(END)) break
  }
  return answer.slice(0, answer.indexOf(END) + END.length)
}

test.group('The headers of a page', () => {
  test('stay under 640 bytes', async ({ assert }) => {
    for (const path of ['/', '/basvuru', '/sorgula', '/en']) {
      assert.isBelow((await headOf(path)).length, 640, path)
    }
  })

  test('let no address lead to another site by way of the other language', async ({ assert }) => {
    for (const path of ['/en//baska.example/x', '/en/\\baska.example', '/en///baska.example']) {
      const page = await pageOf(path)
      assert.include(page, '404 Not Found', path)
      assert.notInclude(page, 'baska.example', path)
    }
  })

  test('let nothing in from elsewhere, also where there is no page', async ({ assert }) => {
    for (const path of ['/', '/giris', '/yok', '/htmx.min.js']) {
      const head = await headOf(path)
      assert.match(head, /content-security-policy: default-src 'none';script-src 'self';/, path)
      assert.notInclude(head, 'unsafe-', path)
      assert.match(head, /frame-ancestors 'none'/, path)
      assert.match(head, /x-content-type-options: nosniff/, path)
      assert.match(head, /cross-origin-opener-policy: same-origin/, path)
      assert.match(head, /cross-origin-resource-policy: same-origin/, path)
      assert.notMatch(head, /strict-transport-security/, `${path}: not over plain http`)
    }
  })
})
