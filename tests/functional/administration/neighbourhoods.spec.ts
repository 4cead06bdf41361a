import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { hiddenFields } from '#database/demo/day/visitor'
import { ChangesList, Neighbourhood } from '#organisation'
import { wrapped } from '#tests/support/database'
import { officer } from '#tests/support/journey'

const LIST = '/yonetim/mahalleler'

async function send(client: ApiClient, path: string, fields: Record<string, string>) {
  const form = client.post(path).redirects(0).form(fields)
  return form.loginAs(await officer('sef')).withCsrfToken()
}

async function open(client: ApiClient, path: string) {
  return (await client.get(path).loginAs(await officer('sef'))).text()
}

test.group('Neighbourhoods and villages', (group) => {
  wrapped(group)

  test('are added, renamed, closed and opened again, each with its row', async ({
    client,
    assert,
  }) => {
    assert.equal((await send(client, LIST, { name: 'Şirinköy', kind: 'village' })).status(), 303)
    const { id } = await Neighbourhood.findByOrFail('name', 'Şirinköy')
    const page = `${LIST}/${id}`
    const version = async () => hiddenFields(await open(client, page), page).version!
    await send(client, page, { name: 'Şirinyer', kind: 'quarter', version: await version() })
    await send(client, `${page}/kapat`, { version: await version() })
    assert.include(await open(client, page), 'günü kapatıldı')
    await send(client, `${page}/ac`, { version: await version() })
    const { rows } = await ChangesList.of('neighbourhood', id)
    assert.deepEqual(
      rows.map(({ sort }) => sort),
      ['reopened', 'closed', 'amended', 'added']
    )
    assert.deepEqual(
      rows[2]!.changed.map(({ was, is }) => [was, is]),
      [
        ['Şirinköy', 'Şirinyer'],
        ['village', 'quarter'],
      ]
    )
  })

  test('are found as people type them, a page at a time', async ({ client, assert }) => {
    const { authorityId } = await officer('sef')
    for (let at = 10; at < 45; at++) {
      await Neighbourhood.create({ authorityId, kind: 'village', name: `Iğdır ${at}`, version: 1 })
    }
    const first = await open(client, `${LIST}?ara=IGDIR`)
    assert.include(first, 'Iğdır 10')
    assert.notInclude(first, 'Akçay')
    assert.notInclude(first, 'Iğdır 44')
    const [next] = /\/yonetim\/mahalleler\?[^"]*sonra=\d+/.exec(first)!
    const second = await open(client, next.replaceAll('&amp;', '&'))
    assert.include(second, 'Iğdır 44')
    assert.notInclude(second, 'Iğdır 10')
  })

  test('stand once, and the second of two is told', async ({ client, assert }) => {
    const twice = await send(client, LIST, { name: 'AKÇAY', kind: 'quarter' })
    assert.equal(twice.status(), 422)
    assert.include(twice.text(), 'AKÇAY listede zaten var')
    assert.include(twice.text(), 'value="AKÇAY"')
    const { id } = await Neighbourhood.findByOrFail('name', 'Akçay')
    const page = `${LIST}/${id}`
    await send(client, page, { name: 'Akçay Sahil', kind: 'quarter', version: '1' })
    const late = await send(client, page, { name: 'Akçay Merkez', kind: 'quarter', version: '1' })
    assert.equal(late.status(), 409)
    assert.include(late.text(), 'value="Akçay Merkez"')
    assert.equal(hiddenFields(late.text(), page).version, '2')
    const other = await send(client, page, { name: 'güre', kind: 'quarter', version: '2' })
    assert.equal(other.status(), 422)
    const nameless = { name: 'Yeni', kind: 'quarter', version: 'x' }
    assert.equal((await send(client, page, nameless)).status(), 409)
    assert.equal((await send(client, `${LIST}/999999`, { name: 'a' })).status(), 404)
  })
})
