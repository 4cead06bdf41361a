import { test } from '@japa/runner'
import env from '#start/env'
import { hiddenFields } from '#database/demo/day/visitor'
import { Petition } from '#intake'
import { Authority, Catalogue } from '#organisation'
import { wrapped } from '#tests/support/database'
import { forgotten, province } from '#tests/support/databases/offices'
import { rawRequest } from '#tests/support/raw_request'
import { linksIn } from '#tests/support/walks/forms'

const SHARED = 'Host: acikkapi.example'
const NOBODYS = '<h1>Bu adreste bir makam yok</h1>'
const PETITION = {
  ...{ text: 'Köprü yıkıldı.', kind: 'request', subject: '', name: 'Deneme Kişi' },
  ...{ nationalId: '12345678950', phone: '0500 012 34 56' },
}

test.group('Somebody who asks a province by strange names', (group) => {
  wrapped(group)
  group.each.setup(async () => {
    const { ayvalik } = await province()
    env.set('APP_URL', 'https://acikkapi.example')
    await Authority.query().where({ id: ayvalik.id }).update({ host: 'ayvalik.example' })
    Catalogue.forget()
    return () => {
      env.set('APP_URL', '')
      forgotten()
    }
  })

  test('finds nobody by what is no name of anybody’s', async ({ assert }) => {
    const hosts = [
      ...['kotu.example', '', '[::1]', '.acikkapi.example', 'acikkapi.example..'],
      ...['acikkapi.example@kotu.example', 'acikkapi.example, kotu.example'],
      ...['ayvalik.example/kotu', 'ayvalik.example#kotu', 'ayvalik.example%00', 'ayvalık.example'],
      `${'a.'.repeat(200)}example`,
    ]
    for (const host of hosts) {
      for (const path of [
        '/',
        '/ayvalik',
        '/giris',
        '/sorgula',
        '/parola/aaaaaaaaaaaaaaaaaaaaaa',
      ]) {
        const { status, text } = await rawRequest(path, [`Host: ${host}`])
        assert.equal(status, 421, `${host} ${path}`)
        assert.include(text, NOBODYS)
        assert.notMatch(text, /Ayvalık|Edremit|Balıkesir|0500/, `${host} ${path}`)
      }
    }
    assert.equal((await rawRequest('/', [])).status, 400, 'without any')
    const claimed = ['Host: kotu.example', 'X-Forwarded-Host: acikkapi.example']
    assert.equal((await rawRequest('/', claimed)).status, 421, 'nobody’s word is taken for it')
  })

  test('is told of no other name than those that are stored', async ({ assert }) => {
    for (const headers of [
      [SHARED, 'X-Forwarded-Host: kotu.example'],
      [SHARED, 'Host: kotu.example'],
      [`${SHARED}:kotu.example`],
    ]) {
      for (const path of ['/', '/edremit', '/edremit/basvuru', '/en//kotu.example', '/yok']) {
        const { text } = await rawRequest(path, headers)
        const [head, page] = text.split('\r\n\r\n') as [string, string]
        assert.notInclude(head, 'kotu', path)
        for (const link of page.matchAll(/(?:href|action|src)="([^"]*)"/g)) {
          assert.notMatch(link[1]!, /^(?:https?:)?\/\//, `${path} ${headers.join()}`)
        }
      }
    }
  })

  const PATHS: [string, number, string][] = [
    ['/%65dremit', 200, 'Edremit'],
    ['/edremit/', 200, 'Edremit'],
    ['/edremit?office=ayvalik&makam=ayvalik', 200, 'Edremit'],
    ['/edremit/../giris', 404, 'Edremit'],
    ['/edremit//basvuru', 404, 'Edremit'],
    ['/edremit/edremit', 404, 'Edremit'],
    ['/edremit/ayvalik/basvuru', 404, 'Edremit'],
    ['/edremit/basvuru/alindi/ayvalik', 410, 'Edremit'],
    ...[
      '//edremit',
      '/edremit%2Fbasvuru',
      '/edremit;x',
      '/EN/edremit',
      '/en/en',
      '/tr/edremit',
    ].map((path): [string, number, string] => [path, 404, 'Balıkesir']),
    ...['/__proto__', '/constructor', '/%00', '/edremit%00', '/edremit\\..', '/edrem%C4%B1t'].map(
      (path): [string, number, string] => [path, 404, 'Balıkesir']
    ),
    ['http://ayvalik.example/edremit', 404, 'Balıkesir'],
  ]
  for (const [path, status, whose] of PATHS) {
    test(`finds at ${path} what stands there: ${status}, ${whose}`, async ({ assert }) => {
      const answer = await rawRequest(path, [SHARED])
      assert.equal(answer.status, status)
      const heads = [...answer.text.matchAll(/T\.C\. ([^ <]+)/g)].map(([, name]) => name)
      assert.deepEqual([...new Set(heads)], [whose])
    })
  }

  test('sends a form to the office in its address, whichever gave it out', async ({
    client,
    assert,
  }) => {
    const at = { host: 'acikkapi.example' }
    const form = await client.get('/ayvalik/basvuru').headers(at)
    const hidden = hiddenFields(form.text(), '/ayvalik/basvuru')
    const fields = { ...hidden, ...PETITION }
    const send = (office: string) =>
      client.post(`/${office}/basvuru`).headers(at).redirects(0).form(fields)
    const first = await send('ayvalik')
    assert.match(first.header('location')!, /^\/ayvalik\/basvuru\/alindi\//)
    const other = await send('edremit')
    other.assertStatus(422)
    other.assertTextIncludes(PETITION.text)
    const { id } = await Authority.findByOrFail('code', 'ayvalik')
    const petitions = await Petition.query().select('authority_id')
    assert.deepEqual(
      petitions.map(({ authorityId }) => authorityId),
      [id]
    )
    const links = linksIn(other.text())
    for (const link of links) assert.notMatch(link, /ayvalik/)
    const anew = hiddenFields(other.text(), '/edremit/basvuru')
    const again = client.post('/edremit/basvuru').headers(at).redirects(0)
    const there = await again.form({ ...PETITION, ...anew })
    assert.match(there.header('location')!, /^\/edremit\/basvuru\/alindi\//)
    assert.equal((await client.get(first.header('location')!).headers(at)).status(), 200)
    const moved = first.header('location')!.replace('ayvalik', 'edremit')
    assert.equal((await client.get(moved).headers(at)).status(), 410)
  })
})
