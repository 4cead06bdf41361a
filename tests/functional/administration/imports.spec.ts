import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Import, Officer, Unit } from '#organisation'
import { wrapped } from '#tests/support/database'
import { officer, submitted } from '#tests/support/journey'

const FILE = { filename: 'liste.csv', contentType: 'text/csv' }
const HOLIDAYS = 'Gün;Ne kadarı;Ad;Tür;Dayanak\n'
const UNITS = 'Kod;Ad;Kısa ad;Tür;Üst birim\n'

function send(client: ApiClient, who: Officer, list: string, file: string | Buffer) {
  const form = client.post('/yonetim/dosyadan').loginAs(who).withCsrfToken().redirects(0)
  return form.field('list', list).file('file', Buffer.from(file), FILE)
}

/** Sends a file and looks at what it would do. */
async function looked(client: ApiClient, who: Officer, list: string, file: string | Buffer) {
  const sent = await send(client, who, list, file)
  const path = sent.header('location')!
  const page = (await client.get(path).loginAs(who)).text()
  return { path, page, seen: /name="seen" value="(\w+)"/.exec(page)?.[1] ?? '' }
}

function pressed(client: ApiClient, who: Officer, path: string, seen = '') {
  return client.post(path).loginAs(who).withCsrfToken().redirects(0).form({ seen })
}

async function taken(client: ApiClient, who: Officer, list: string, file: string | Buffer) {
  const { path, seen } = await looked(client, who, list, file)
  const answer = await pressed(client, who, path, seen)
  return { path, status: answer.status() }
}

async function rows(table: string) {
  return (await db.from(table).orderBy('id')) as Record<string, unknown>[]
}

test.group('A list out of a file', (group) => {
  wrapped(group)

  test('is seen before it is written, and written once', async ({ client, assert }) => {
    const sef = await officer('sef')
    const before = (await rows('holidays')).length
    const file = `${HOLIDAYS}4.1.2027;Tam gün;Kar izni;İdari izin;Valilik\n`
    const { path, page, seen } = await looked(client, sef, 'holidays', file)
    assert.include(page, 'Kar izni')
    assert.lengthOf(await rows('holidays'), before)
    for (const press of [1, 2]) {
      assert.equal((await pressed(client, sef, path, seen)).status(), 303, `press ${press}`)
    }
    const [row] = (await rows('holidays')).slice(before)
    assert.lengthOf(await rows('holidays'), before + 1)
    assert.equal(row!.name, 'Kar izni')
    assert.lengthOf(await rows('calendar_moves'), 1)
    const changes = (await rows('changes')).map(({ thing, sort }) => `${thing} ${sort}`)
    assert.deepEqual(changes, ['holiday added', 'import added'])
  })

  test('that was exported changes nothing, as CSV and as XLSX', async ({ client, assert }) => {
    const sef = await officer('sef')
    await Unit.query()
      .where('code', 'TAR')
      .update({ competence: '=1+1; "tarla"\n@köy', phone: '+90 266' })
    const places = 'Ad,Tür\nÇamlık,Mahalle\nIşıklar,köy\n'
    assert.equal((await taken(client, sef, 'neighbourhoods', places)).status, 303)
    for (const list of ['units', 'officers', 'subjects', 'holidays', 'rules', 'neighbourhoods']) {
      for (const format of ['csv', 'xlsx']) {
        const asked = client.get(`/yonetim/dosyaya/${list}/${format}`).loginAs(sef)
        asked.request.responseType('blob')
        const out = await asked
        assert.equal(out.status(), 200)
        const { page } = await looked(client, sef, list, out.body())
        assert.include(page, 'hiçbir şeyi değiştirmez', `${list} ${format}`)
      }
    }
  })

  test('is written whole or not at all, and says what is wrong with each line', async ({
    client,
    assert,
  }) => {
    const sef = await officer('sef')
    const before = await rows('units')
    const file =
      `${UNITS}YENI;Yeni Birim;Yeni;İç birim;\nYENI;Yine;Yine;İç birim;\n` +
      'KEND;Kendi;Kendi;İç birim;KEND\n=cmd;Formül;F;İç birim;\nX1;Y;Z;Başka;YOK\n' +
      'BIR;Bir;Bir;İç birim;IKI\nIKI;İki;İki;İç birim;BIR\n'
    const { path, page } = await looked(client, sef, 'units', file)
    for (const said of [
      'aynı kayıt 2. satırda da var',
      'kendi üst birimi olamaz',
      'formül olamaz',
      'şunlardan biri olmalı',
      'böyle bir birim yok',
      'halka',
    ]) {
      assert.include(page, said)
    }
    assert.equal((await pressed(client, sef, path, 'x')).status(), 409)
    assert.deepEqual(await rows('units'), before)
  })

  test('may name a parent that stands below it in the same file', async ({ client, assert }) => {
    const sef = await officer('sef')
    const file = `${UNITS}alt;Alt Şube;Alt;İç birim;UST\nUST;Üst Müdürlük;Üst;İç birim;\n`
    assert.equal((await taken(client, sef, 'units', file)).status, 303)
    const [alt, ust] = await Promise.all(
      ['ALT', 'UST'].map((code) => Unit.findByOrFail('code', code))
    )
    assert.equal(alt!.parentId, ust!.id)
  })

  test('says which column is missing, and what stands in its place', async ({ client, assert }) => {
    const sef = await officer('sef')
    const answer = await send(client, sef, 'units', 'Kod;İsim;Kısa ad;Tür\nA1;B;C;D\n')
    assert.equal(answer.status(), 422)
    assert.include(answer.text(), 'şu sütunlar yok: Ad')
    assert.include(answer.text(), 'İsim')
  })

  test('is looked at again when somebody was faster', async ({ client, assert }) => {
    const sef = await officer('sef')
    const file = `${UNITS}TAR;Tarım;Tarım;İç birim;\n`
    const { path, seen } = await looked(client, sef, 'units', file)
    await Unit.query().where('code', 'TAR').update({ name: 'Başka Ad' })
    const answer = await pressed(client, sef, path, seen)
    assert.equal(answer.status(), 409)
    assert.include(answer.text(), 'Başka Ad')
  })

  test('of 50 MB is refused with a sentence', async ({ client, assert }) => {
    const answer = await send(
      client,
      await officer('sef'),
      'units',
      Buffer.alloc(50 * 1024 * 1024, 'a')
    )
    assert.equal(answer.status(), 422)
    assert.include(answer.text(), 'en fazla 5 MB')
  })

  test('is nobody else’s before it is written, and no list of a stranger’s', async ({
    client,
    assert,
  }) => {
    const [sef, it] = [await officer('sef'), await officer('bilgiislem')]
    const file = `${UNITS}A1;Ad;Ad;İç birim;\n`
    const { path } = await looked(client, sef, 'units', file)
    assert.equal((await client.get(path).loginAs(it)).status(), 404)
    assert.equal((await send(client, it, 'units', file)).status(), 422)
    assert.equal((await client.get('/yonetim/dosyaya/units/csv').loginAs(it)).status(), 404)
  })

  test('without a token of the form is not taken', async ({ client, assert }) => {
    const form = client
      .post('/yonetim/dosyadan')
      .loginAs(await officer('sef'))
      .redirects(0)
    const answer = await form.field('list', 'units').file('file', Buffer.from(UNITS), FILE)
    assert.equal(answer.status(), 403)
    assert.lengthOf(await rows('imports'), 0)
  })
})

test.group('What came out of a file', (group) => {
  wrapped(group)

  test('is undone: what was added goes, what was changed is as it was', async ({
    client,
    assert,
  }) => {
    const sef = await officer('sef')
    const tar = await Unit.findByOrFail('code', 'TAR')
    const count = (await rows('units')).length
    const file = `${UNITS}TAR;Tarım Yeni;Tarım;İç birim;\nYENI;Yeni;Yeni;İç birim;TAR\n`
    const { path } = await taken(client, sef, 'units', file)
    for (const _ of [1, 2]) {
      assert.equal((await pressed(client, sef, `${path}/geri-al`)).status(), 303)
    }
    const { name, version } = await Unit.findOrFail(tar.id)
    assert.deepEqual({ name, version }, { name: tar.name, version: tar.version + 2 })
    assert.lengthOf(await rows('units'), count)
    const undone = (await rows('changes')).filter(({ sort }) => sort === 'undone')
    assert.deepEqual(
      undone.map(({ thing }) => thing),
      ['unit', 'unit', 'import']
    )
  })

  test('stays where something leans on it or somebody touched it', async ({ client, assert }) => {
    const sef = await officer('sef')
    const { path } = await taken(client, sef, 'units', `${UNITS}YENI;Yeni;Yeni;İç birim;\n`)
    const unit = await Unit.findByOrFail('code', 'YENI')
    await Officer.query().where('login', 'tarim').update({ unit_id: unit.id })
    const leant = await pressed(client, sef, `${path}/geri-al`)
    assert.equal(leant.status(), 422)
    assert.include(leant.text(), 'artık kullanılıyor')
    await Unit.query().where('id', unit.id).update({ version: 7 })
    assert.include((await pressed(client, sef, `${path}/geri-al`)).text(), 'sonradan değiştirilmiş')
    assert.isNull((await Import.firstOrFail()).undoneAt)
  })

  test('as leave stays once petitions were received by it', async ({ client, assert }) => {
    const sef = await officer('sef')
    const file = `${HOLIDAYS}4.1.2027;Tam gün;Kar izni;İdari izin;\n`
    const { path } = await taken(client, sef, 'holidays', file)
    await submitted()
    const answer = await pressed(client, sef, `${path}/geri-al`)
    assert.equal(answer.status(), 422)
    assert.include(answer.text(), 'başvuru alındı')
  })
})

test.group('Officers out of a file', (group) => {
  wrapped(group)
  const HEAD = 'Kullanıcı adı;Ad soyad;Birim;Görevler\n'

  test('come in by whoever appoints, and are undone', async ({ client, assert }) => {
    const sef = await officer('sef')
    const file = `${HEAD}ışık.şen;Işık Şen;TAR;Birim görevlisi, Birim amiri\n`
    const { path, status } = await taken(client, sef, 'officers', file)
    assert.equal(status, 303)
    const one = await (await Officer.findByOrFail('login', 'isik.sen')).loadRoles()
    assert.sameMembers(one.roles, ['unitOfficer', 'unitHead'])
    assert.equal((await pressed(client, sef, `${path}/geri-al`)).status(), 303)
    assert.isNull(await Officer.findBy('login', 'isik.sen'))
  })

  test('get no role that sees petitions from the machine room', async ({ client, assert }) => {
    const it = await officer('bilgiislem')
    const file = `${HEAD}yeni.biri;Yeni Biri;TAR;Birim görevlisi\nYENİ.BİRİ;Yine;TAR;Birim amiri\n`
    const { page } = await looked(client, it, 'officers', file)
    assert.include(page, 'yalnız Açık Kapı sorumlusu veya üst yönetici verebilir')
    assert.include(page, 'aynı kayıt 2. satırda da var')
    assert.notInclude(page, 'name="seen"')
  })
})
