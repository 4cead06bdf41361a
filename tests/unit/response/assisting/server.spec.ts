import { test } from '@japa/runner'
import { exchange } from '../../../../app/response/assisting/server/exchange.ts'
import { reach } from '../../../../app/response/assisting/server/reach.ts'
import { write } from '../../../../app/response/assisting/server/write.ts'
import * as standIn from '#tests/support/response/stand_in'
import { StandIn } from '#tests/support/response/stand_in'

const PROMPT = { system: 'Kurallar', user: 'Yolumuz bozuk.' }
const WORDS = 'Şikâyetçi olduğunuz yol için çalışma yapılacak; ğüşıöç.'

test.group('A server that writes drafts', () => {
  test('is asked as OpenAI’s are, with its key, and gives words', async (context) => {
    const { assert } = context
    const server = await StandIn.open(context)
    server.behaves = standIn.writes(WORDS)
    const written = await write(server.settings, PROMPT)
    assert.deepEqual(written, { how: 'written', text: WORDS, isCut: false })
    const [seen] = server.seen
    assert.equal(`${seen!.method} ${seen!.url}`, 'POST /v1/chat/completions')
    assert.equal(seen!.headers.authorization, 'Bearer gizli-anahtar')
    const asked = JSON.parse(seen!.body)
    assert.equal(asked.model, 'yerel-model')
    assert.isFalse(asked.stream)
    assert.deepEqual(
      asked.messages.map((one: { role: string }) => one.role),
      ['system', 'user']
    )
  })

  test('may answer in pieces that end in the middle of a letter', async (context) => {
    const server = await StandIn.open(context)
    server.behaves = standIn.writesInPieces(WORDS, 3)
    const written = await write(server.settings, PROMPT)
    context.assert.deepInclude(written, { how: 'written', text: WORDS })
  })

  test('says when it was not finished', async (context) => {
    const server = await StandIn.open(context)
    server.behaves = standIn.writes(WORDS, 'length')
    context.assert.deepInclude(await write(server.settings, PROMPT), { isCut: true })
  })

  test('comes to nothing when it answers otherwise', async (context) => {
    const { assert } = context
    const server = await StandIn.open(context)
    const html = { 'content-type': 'text/html' }
    const json = { 'content-type': 'application/json' }
    const wrong: Record<string, typeof server.behaves> = {
      'a page': standIn.says(200, '<!doctype html><h1>Merhaba</h1>', html),
      'JSON called a page': standIn.says(200, standIn.completion(WORDS), html),
      'no JSON': standIn.says(200, '{"choices": [', json),
      'nothing': standIn.says(200, '', json),
      'an error': standIn.says(500, '{"error":"out of memory"}', json),
      'nobody it knows': standIn.says(401, '{"error":"key"}', json),
      'a redirect': standIn.says(302, '', { location: 'http://93.184.216.34/' }),
      'a redirect that keeps the words': standIn.says(307, '', { location: '/v1/other' }),
      'no choice': standIn.says(200, '{"choices":[]}', json),
      'a list': standIn.says(200, '[]', json),
      'null': standIn.says(200, 'null', json),
      'no text': standIn.says(200, standIn.completion(null), json),
      'a text that is a list': standIn.says(200, standIn.completion([{ type: 'text' }]), json),
      'far too much': standIn.writes('söz '.repeat(100_000)),
      'packed': standIn.says(200, 'x', { ...json, 'content-encoding': 'gzip' }),
      'half': standIn.hangsUp,
    }
    for (const [what, behaves] of Object.entries(wrong)) {
      server.behaves = behaves
      assert.deepEqual(await write(server.settings, PROMPT), { how: 'wrong' }, what)
    }
    assert.lengthOf(server.seen, Object.keys(wrong).length, 'nothing is asked twice')
  })

  test('is not waited for beyond its time', async (context) => {
    const { assert } = context
    const server = await StandIn.open(context)
    const asked = { path: '/v1/chat/completions', body: {}, within: 200 }
    for (const behaves of [standIn.keepsSilent, standIn.stalls]) {
      server.behaves = behaves
      assert.deepEqual(await exchange(server.settings, asked), { how: 'slow' })
    }
  })

  test('may not be there', async (context) => {
    const server = await StandIn.open(context)
    await server.close()
    context.assert.deepEqual(await write(server.settings, PROMPT), { how: 'away' })
    context.assert.equal(await reach(), 'away')
  })

  test('is never one outside of the house, by its address or by its name', async (context) => {
    const { assert } = context
    const server = await StandIn.open(context)
    const asked = { path: '/v1/models', within: 2000 }
    for (const address of [
      'http://93.184.216.34',
      'http://[2001:db8::1]',
      'http://169.254.169.254',
    ]) {
      const settings = { ...server.settings, origin: new URL(address) }
      assert.deepEqual(await exchange(settings, asked), { how: 'foreign' }, address)
    }
    const { port } = server.settings.origin
    const settings = { ...server.settings, origin: new URL(`http://yardimci.example:${port}`) }
    const leads = (...all: string[]) => {
      const addresses = all.map((address) => ({ address, family: 4 }))
      return exchange(settings, asked, (_, __, done) => done(null, addresses))
    }
    assert.deepEqual(await leads('127.0.0.1', '93.184.216.34'), { how: 'foreign' })
    assert.lengthOf(server.seen, 0)
    server.behaves = standIn.says(200, '{"data":[]}')
    assert.deepInclude(await leads('127.0.0.1'), { how: 'answered' })
    assert.lengthOf(server.seen, 1)
  })

  test('is asked directly, whatever proxy the machine has', async (context) => {
    const { assert, cleanup } = context
    const before = process.env.HTTP_PROXY
    process.env.HTTP_PROXY = 'http://127.0.0.1:9'
    cleanup(
      () =>
        void (before === undefined
          ? delete process.env.HTTP_PROXY
          : (process.env.HTTP_PROXY = before))
    )
    const server = await StandIn.open(context)
    server.behaves = standIn.says(200, '{"data":[]}')
    assert.equal(await reach(), 'there')
    assert.equal(server.seen[0]!.url, '/v1/models')
  })
})
