import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { Officer } from '#organisation'
import { wrapped } from '#tests/support/database'
import { forgotten, province } from '#tests/support/databases/offices'
import { officer } from '#tests/support/journey'
import { browser, chooseIn, found, sendAs, slipAt } from '#tests/support/officers'
import { linksIn } from '#tests/support/walks/forms'

const LIST = '/yonetim/gorevliler'
const THERE = `${LIST}?makam=ayvalik`
const CHIEF = {
  ...{ 'name': 'İlk Şef', 'userName': 'sef.ayvalik', 'unit': 'AKB', 'role-bureauChief': '1' },
  ...{ email: '', phone: '', way: 'slip' },
}

/** The officers of the demonstration at the governorate instead. */
async function aboveAyvalik() {
  const { balikesir, ayvalik } = await province()
  const units = await db.from('units').where('authority_id', balikesir.id).select('id', 'code')
  for (const login of ['sef', 'kaymakam', 'bilgiislem', 'masa']) {
    const { unitId } = await Officer.findByOrFail('login', login)
    const code = unitId && (await db.from('units').where('id', unitId).firstOrFail()).code
    const own = units.find((one) => one.code === code)?.id ?? null
    await db.from('officers').where({ login }).update({ authority_id: balikesir.id, unit_id: own })
  }
  forgotten()
  return { balikesir, ayvalik }
}

function looked(client: ApiClient, who: Officer, path: string) {
  return client.get(path).loginAs(who).redirects(0)
}

test.group('An authority that nobody leads yet', (group) => {
  wrapped(group)
  group.each.teardown(() => forgotten())

  test('gets its first people from above, until its first chief has come in', async ({
    client,
    assert,
  }) => {
    const { ayvalik } = await aboveAyvalik()
    const sef = await officer('sef')
    const own = await looked(client, sef, LIST)
    assert.include(linksIn(own.text()), THERE)
    assert.notInclude(linksIn(own.text()), `${LIST}?makam=balikesir`)
    assert.include((await looked(client, sef, `${LIST}/yeni?makam=ayvalik`)).text(), 'Ayvalık')
    const sent = await sendAs(client, sef, THERE, CHIEF)
    sent.assertStatus(303)
    const { page, password } = await slipAt(client, sef, sent.header('location')!)
    assert.notInclude(page.text(), '/giris', 'no setting says where')
    const chief = await found('sef.ayvalik')
    assert.equal(chief.authorityId, ayvalik.id)
    const [change] = await db.from('changes').where({ thing: 'officer', thing_id: chief.id })
    assert.deepEqual([change.authority_id, change.officer_id], [ayvalik.id, sef.id])
    const slip = await db.from('password_slips').where('officer_id', chief.id).firstOrFail()
    assert.equal(slip.authority_id, ayvalik.id)

    // The slip alone leads nobody: it may have been lost on the way.
    const again = await sendAs(client, sef, `${LIST}/${chief.id}/parola`, { way: 'slip' })
    const second = await slipAt(client, sef, again.header('location')!)
    const one = browser()
    assert.equal((await one.post('/giris', { login: chief.login, password })).status, 422)
    await one.post('/giris', { login: chief.login, password: second.password })
    assert.include((await looked(client, sef, LIST)).text(), 'makam=ayvalik')
    assert.equal((await chooseIn(one)).status, 303)
    assert.include((await one.get('/yonetim')).body, 'T.C. Ayvalık Kaymakamlığı')
    one.close()

    assert.notInclude((await looked(client, sef, LIST)).text(), 'makam=ayvalik')
    const person = `${LIST}/${chief.id}`
    for (const path of [THERE, `${LIST}/yeni?makam=ayvalik`, person, `${person}/duzenle`]) {
      ;(await looked(client, sef, path)).assertStatus(404)
    }
    for (const path of [THERE, `${person}/parola`, `${person}/duzenle`, `${person}/ayrilis`]) {
      const late = await sendAs(client, sef, path, { ...CHIEF, userName: 'geç', version: '1' })
      late.assertStatus(404)
    }
    assert.lengthOf(await Officer.query().where('authority_id', ayvalik.id), 1)
  })

  test('is staffed by whoever names people above it, and by nobody else', async ({
    client,
    assert,
  }) => {
    const { ayvalik } = await aboveAyvalik()
    const manager = await officer('kaymakam')
    assert.include((await looked(client, manager, LIST)).text(), 'makam=ayvalik')
    const it = await officer('bilgiislem')
    assert.notInclude((await looked(client, it, LIST)).text(), 'makam=ayvalik')
    ;(await looked(client, it, THERE)).assertStatus(404)
    ;(await sendAs(client, it, THERE, CHIEF)).assertStatus(404)
    const asking = await sendAs(client, manager, THERE, { ...CHIEF, 'role-bureauChief': '' })
    asking.assertStatus(422)
    assert.include(asking.text(), 'value="İlk Şef"')
    assert.include(asking.text(), 'makam=ayvalik')

    // A district names nobody at the governorate or at its neighbour.
    await db.from('officers').where('id', manager.id).update({ authority_id: ayvalik.id })
    const below = await officer('kaymakam')
    for (const code of ['balikesir', 'edremit', 'yok']) {
      ;(await looked(client, below, `${LIST}?makam=${code}`)).assertStatus(404)
      ;(await sendAs(client, below, `${LIST}?makam=${code}`, CHIEF)).assertStatus(404)
    }
  })

  const HEAD = 'Kullanıcı adı;Ad soyad;Birim;Görevler;Makam\n'
  function file(client: ApiClient, who: Officer, lines: string) {
    const about = { filename: 'liste.csv', contentType: 'text/csv' }
    const form = client.post('/yonetim/dosyadan').loginAs(who).withCsrfToken().redirects(0)
    return form.field('list', 'officers').file('file', Buffer.from(HEAD + lines), about)
  }

  test('is named in a file by its code, with its own units', async ({ client, assert }) => {
    const { ayvalik, balikesir } = await aboveAyvalik()
    const sef = await officer('sef')
    assert.include((await looked(client, sef, '/yonetim/dosyadan')).text(), 'Makam (')
    const lines = 'il.masa;Bir Kişi;AKB;Açık Kapı görevlisi;\nilk.sef;İki Kişi;AKB;'
    const sent = await file(client, sef, `${lines}Açık Kapı sorumlusu;/Ayvalık\n`)
    const path = sent.header('location')!
    const seen = /name="seen" value="(\w+)"/.exec((await looked(client, sef, path)).text())![1]!
    ;(await sendAs(client, sef, path, { seen })).assertStatus(303)
    assert.equal((await found('il.masa')).authorityId, balikesir.id)
    const there = await found('ilk.sef')
    assert.equal(there.authorityId, ayvalik.id)
    const unit = await db.from('units').where('id', there.unitId!).firstOrFail()
    assert.equal(unit.authority_id, ayvalik.id)

    const out = client.get('/yonetim/dosyaya/officers/csv').loginAs(sef)
    out.request.responseType('blob')
    const body = (await out).body()
    assert.match(String(body), /ilk\.sef.*ayvalik/)
    const about = { filename: 'x.csv', contentType: 'text/csv' }
    const back = client.post('/yonetim/dosyadan').loginAs(sef).withCsrfToken().redirects(0)
    const same = await back.field('list', 'officers').file('file', body, about)
    const page = await looked(client, sef, same.header('location')!)
    assert.include(page.text(), 'hiçbir şeyi değiştirmez')
    ;(await sendAs(client, sef, `${path}/geri-al`)).assertStatus(303)
    assert.isNull(await Officer.findBy('login', 'ilk.sef'))
  })

  test('is not named in a file by whoever does not staff it', async ({ client, assert }) => {
    await aboveAyvalik()
    const line = 'ilk.sef;İki Kişi;AKB;Açık Kapı sorumlusu;'
    for (const [login, code] of [
      ['sef', 'yok'],
      ['sef', 'edremit'],
      ['bilgiislem', 'ayvalik'],
    ] as const) {
      const who = await officer(login)
      const sent = await file(client, who, `${line}${code}\n`)
      const page = await looked(client, who, sent.header('location')!)
      assert.include(page.text(), 'böyle bir makam yok', `${login} ${code}`)
      assert.notInclude(page.text(), 'name="seen"')
    }
  })
})

test.group('One authority alone', (group) => {
  wrapped(group)

  test('is asked nowhere which authority somebody works at', async ({ client, assert }) => {
    const sef = await officer('sef')
    for (const path of [LIST, `${LIST}/yeni`, '/yonetim/dosyadan']) {
      assert.notInclude((await looked(client, sef, path)).text(), 'Makam (', path)
    }
    const out = await client.get('/yonetim/dosyaya/officers/csv').loginAs(sef)
    assert.notInclude(out.text(), 'Makam')
  })
})
