import { test } from '@japa/runner'
import env from '#start/env'
import { hiddenFields } from '#database/demo/day/visitor'
import { Authority, Catalogue, codesInTheWay, isReserved } from '#organisation'
import { Petition } from '#intake'
import { wrapped } from '#tests/support/database'
import { forgotten, province } from '#tests/support/databases/offices'
import { statementsOf } from '#tests/support/databases/statements'
import { officer } from '#tests/support/journey'
import { assertValid } from '#tests/support/pages'
import { details } from '#tests/support/petitions'
import { linksIn } from '#tests/support/walks/forms'

const LIST = 'Hangi makama yazmak istiyorsunuz?'
const PETITION = {
  ...{ text: 'Köprü yıkıldı.', kind: 'request', subject: '', name: 'Deneme Kişi' },
  ...{ nationalId: '12345678950', phone: '0500 012 34 56' },
}

test.group('A province on one server', (group) => {
  wrapped(group)
  group.each.teardown(() => forgotten())

  test('lists its offices at the address that they share', async ({ client, assert }) => {
    await province()
    for (const [path, apply] of [
      ['/', '/edremit'],
      ['/en', '/en/edremit'],
    ]) {
      const page = await client.get(path!)
      page.assertStatus(200)
      assert.isUndefined(page.header('set-cookie'))
      const offices = ['Balıkesir Valiliği', 'Ayvalık Kaymakamlığı', 'Edremit Kaymakamlığı']
      const places = offices.map((name) => page.text().indexOf(`>${name}</a>`))
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b)
      )
      assert.notInclude(places, -1)
      assert.include(page.text(), '0500\u00a0000\u00a010\u00a010')
      assert.include(linksIn(page.text()), apply!)
      assert.notInclude(linksIn(page.text()), '/aydinlatma')
      await assertValid(assert, page.text())
    }
  })

  test('asks the database nothing for any page of it', async ({ client, assert }) => {
    await province()
    const paths = ['/', '/edremit', '/en/ayvalik', '/ayvalik/basvuru', '/balikesir/aydinlatma']
    for (const path of paths) (await client.get(path)).assertStatus(200)
    for (const path of paths) {
      const { statements } = await statementsOf(() => client.get(path))
      assert.lengthOf(statements, 0, path)
    }
  })

  test('takes a petition below a code alone, as that office’s', async ({ client, assert }) => {
    const { ayvalik } = await province()
    for (const path of ['/basvuru', '/aydinlatma', '/basvuru/alindi/yok']) {
      const page = await client.get(path).redirects(0)
      assert.equal(page.status(), 302, path)
      assert.equal(page.header('location'), '/', path)
    }
    const form = await client.get('/ayvalik/basvuru')
    const hidden = hiddenFields(form.text(), '/ayvalik/basvuru')
    const nobodys = await client.post('/basvuru').form({ ...hidden, ...PETITION })
    nobodys.assertStatus(404)
    nobodys.assertTextIncludes(PETITION.text)
    const sent = await client
      .post('/ayvalik/basvuru')
      .form({ ...hidden, ...PETITION })
      .redirects(0)
    assert.match(sent.header('location')!, /^\/ayvalik\/basvuru\/alindi\//)
    const petition = await Petition.query().orderBy('id', 'desc').firstOrFail()
    assert.equal(petition.authorityId, ayvalik.id)
    const english = await client.get('/en/ayvalik/basvuru')
    assert.include(english.text(), '<html lang="en"')
    assert.include(linksIn(english.text()), '/ayvalik/basvuru')
  })

  test('opens a petition everywhere, under the name of the office that has it', async ({
    client,
    assert,
  }) => {
    await province()
    const { petition, secret } = await Petition.receive(details())
    const typed = { number: petition.number, secret: secret.text }
    for (const path of [
      '/sorgula',
      '/ayvalik/sorgula',
      '/edremit/sorgula',
      '/en/balikesir/sorgula',
    ]) {
      const result = await client.post(path).form(typed)
      result.assertStatus(200)
      assert.include(result.text(), 'T.C. Edremit Kaymakamlığı', path)
      assert.notInclude(result.text(), 'Ayvalık')
      const en = path.startsWith('/en') ? '/en' : ''
      assert.include(linksIn(result.text()), `${en}/edremit/aydinlatma`, path)
    }
  })

  test('says of an address that there is not where its offices are', async ({ client, assert }) => {
    await province()
    for (const path of ['/yok', '/yok/basvuru', '/en/yok/sorgula', '/yok/yok']) {
      const page = await client.get(path)
      page.assertStatus(404)
      assert.include(
        linksIn(page.text()),
        path.startsWith('/en') ? '/en/ayvalik' : '/ayvalik',
        path
      )
    }
    const its = await client.get('/ayvalik/yok')
    its.assertStatus(404)
    its.assertTextIncludes('T.C. Ayvalık Kaymakamlığı')
    ;(await client.post('/yok/basvuru').form(PETITION)).assertStatus(404)
  })

  test('is nobody’s by a name that nobody gave it', async ({ client, assert, cleanup }) => {
    const { ayvalik } = await province()
    env.set('APP_URL', 'https://acikkapi.balikesir.example')
    cleanup(() => env.set('APP_URL', ''))
    await Authority.query().where({ id: ayvalik.id }).update({ host: 'ayvalik.example' })
    Catalogue.forget()
    const at = async (host: string, path: string) => client.get(path).header('host', host)
    for (const path of ['/', '/ayvalik', '/giris', '/yok', '/masa']) {
      const page = await at('baska.example', path)
      page.assertStatus(421)
      page.assertTextIncludes('<h1>Bu adreste bir makam yok</h1>')
      assert.notInclude(page.text(), 'Ayvalık')
    }
    ;(await at('acikkapi.balikesir.example:8443', '/')).assertTextIncludes('Ayvalık Kaymakamlığı')
    const own = await at('Ayvalik.Example.', '/')
    own.assertTextIncludes('T.C. Ayvalık Kaymakamlığı')
    assert.notInclude(own.text(), 'Edremit Kaymakamlığı')
    // What hangs on a door stays good when the office gets a host, and at whichever name it is asked.
    for (const host of ['acikkapi.balikesir.example', 'ayvalik.example']) {
      ;(await at(host, '/edremit')).assertTextIncludes('T.C. Edremit Kaymakamlığı')
      ;(await at(host, '/ayvalik')).assertTextIncludes('T.C. Ayvalık Kaymakamlığı')
    }
  })

  test('prints addresses that are stored, whatever name was asked for', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { edremit } = await province()
    env.set('APP_URL', 'https://acikkapi.balikesir.example:8443')
    cleanup(() => env.set('APP_URL', ''))
    const { petition, secret } = await Petition.receive(details())
    const typed = { number: petition.number, secret: secret.text }
    const printed = async (host: string) =>
      (await client.post('/en/sorgula').header('host', host).form(typed)).text()
    const shared = 'acikkapi.balikesir.example:8443'
    assert.include(await printed(shared), `${shared}/en/edremit/sorgula`)
    await Authority.query().where({ id: edremit.id }).update({ host: 'edremit.example' })
    Catalogue.forget()
    for (const host of [shared, 'edremit.example:1']) {
      const page = await printed(host)
      assert.include(page, 'edremit.example:8443/en/sorgula', host)
      assert.notInclude(page, ':1/')
    }
  })

  test('has officers’ pages at each of its addresses, and each officer’s are their own', async ({
    client,
    assert,
  }) => {
    const { ayvalik } = await province()
    await Authority.query().where({ id: ayvalik.id }).update({ host: 'ayvalik.example' })
    Catalogue.forget()
    const masa = await officer('masa')
    for (const host of ['ayvalik.example', 'acikkapi.example']) {
      for (const path of ['/masa', '/masa/yeni', '/hesap']) {
        const page = await client.get(path).header('host', host).loginAs(masa)
        page.assertStatus(200)
        page.assertTextIncludes('T.C. Edremit Kaymakamlığı')
      }
      const door = await client.get('/giris').header('host', host)
      door.assertStatus(200)
      assert.notInclude(door.text(), 'Edremit Kaymakamlığı</')
    }
    for (const path of ['/ayvalik/masa', '/ayvalik/giris', '/edremit/hesap']) {
      ;(await client.get(path).loginAs(masa)).assertStatus(404)
    }
  })

  test('has no governorate’s name where none stands over the others', async ({
    client,
    assert,
  }) => {
    const { balikesir } = await province()
    await Authority.query().update({ parent_id: null })
    await Authority.query().where({ id: balikesir.id }).update({ kind: 'district' })
    Catalogue.forget()
    const page = await client.get('/')
    assert.include(page.text(), '<strong>Açık Kapı</strong>')
    assert.notInclude(page.text(), 'T.C.')
    await assertValid(assert, page.text())
  })

  test('gives no office a word of its own addresses', async ({ client, assert }) => {
    const { ayvalik } = await province()
    for (const word of ['en', 'basvuru', 'masa', 'sms', 'yonetim', 'hata', 'bicem']) {
      assert.isTrue(isReserved(word), word)
    }
    assert.isFalse(isReserved('edremit'))
    assert.deepEqual(await codesInTheWay(), [])
    await Authority.query().where({ id: ayvalik.id }).update({ code: 'basvuru' })
    Catalogue.forget()
    assert.deepEqual(await codesInTheWay(), ['basvuru'])
    assert.equal((await client.get('/basvuru').redirects(0)).status(), 302, 'the house’s own page')
    assert.equal((await client.get('/sorgula')).status(), 200)
  })
})

test.group('An authority alone', (group) => {
  wrapped(group)

  test('has no code in any address, by whatever name it is asked', async ({ client, assert }) => {
    for (const path of ['/edremit', '/edremit/basvuru', '/en/edremit', '/yok']) {
      const page = await client.get(path)
      page.assertStatus(404)
      page.assertTextIncludes('T.C. Edremit Kaymakamlığı')
      assert.notInclude(page.text(), LIST)
    }
    for (const path of ['/', '/basvuru', '/aydinlatma', '/giris']) {
      const page = await client.get(path).header('host', 'baska.example').redirects(0)
      page.assertStatus(200)
      for (const link of linksIn(page.text())) assert.notMatch(link, /edremit/)
    }
  })
})
