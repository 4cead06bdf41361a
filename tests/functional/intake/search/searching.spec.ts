import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Referral } from '#routing'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { found, sought, written } from '#tests/support/intake/searching'
import { officer, received, referredTo, unit } from '#tests/support/journey'

test.group('One box', (group) => {
  wrapped(group)

  test('finds by words as people type them, newest first, and marks them', async ({
    client,
    assert,
  }) => {
    const lamp = await received({ text: 'Sokağımızdaki lambalar yanmıyor, çocuklar korkuyor.' })
    const water = await received({ text: 'İki gündür suyumuz akmıyor. Sokak susuz kaldı.' })
    await received({ text: 'Otobüs gelmiyor.', place: 'Güre' })
    await written()
    const masa = await officer('masa')
    const both = [water.number, lamp.number]
    assert.deepEqual(await found(client, masa, 'sokak'), both)
    assert.deepEqual(await found(client, masa, 'SOKAĞIMIZ'), both)
    assert.deepEqual(await found(client, masa, 'sokagimizdaki'), both)
    assert.deepEqual(await found(client, masa, 'su'), [water.number])
    assert.deepEqual(await found(client, masa, 'lamba sokak'), [lamp.number])
    assert.deepEqual(await found(client, masa, 'lamba su'), [])
    assert.deepEqual(await found(client, masa, 'güre otobus'), await found(client, masa, 'Güre’de'))
    const page = await sought(client, masa, 'sokak çocuk')
    page.assertTextIncludes(
      '<mark>Sokağımızdaki</mark> lambalar yanmıyor, <mark>çocuklar</mark> korkuyor.'
    )
  })

  test('finds by day, unit and subject, also together with words', async ({ client, assert }) => {
    const { subjects } = await district()
    const subject = subjects.find(({ name }) => /içme suyu/i.test(name)) ?? subjects[0]!
    const farm = await referredTo('TAR', { text: 'Zeytinlere dolu vurdu.' })
    const about = await received({ text: 'Musluktan çamur geliyor.', subject })
    await written()
    const masa = await officer('masa')
    const now = DateTime.now().setZone('Europe/Istanbul').setLocale('tr')
    for (const day of [now.toFormat('dd.MM.yyyy'), now.toFormat('d MMMM yyyy'), now.toISODate()!]) {
      assert.deepEqual(await found(client, masa, day), [about.number, farm.number], day)
      assert.deepEqual(await found(client, masa, `dolu ${day}`), [farm.number], day)
    }
    assert.deepEqual(await found(client, masa, '02.12.2020'), [])
    assert.deepEqual(await found(client, masa, (await unit('TAR')).name), [farm.number])
    assert.deepEqual(await found(client, masa, subject.nameIn('tr')), [about.number])
    ;(await sought(client, masa, subject.nameIn('tr'))).assertTextIncludes('<mark>')
  })

  test('takes a name and words for both, in one list', async ({ client, assert }) => {
    const hers = await received({ name: 'Zeliha Deneme', text: 'Yol bozuk.' })
    const of = await received({ name: 'Başka Biri', text: 'Zeliha Deneme arsaya duvar yaptı.' })
    await written()
    const masa = await officer('masa')
    assert.deepEqual(await found(client, masa, 'deneme ZELİHA'), [of.number, hers.number])
    assert.deepEqual(await found(client, masa, 'Zeliha'), [of.number])
  })

  test('forgives one slip of the pen, and says so', async ({ client, assert }) => {
    const lamp = await received({ text: 'Sokaktaki lambalar yanmıyor.' })
    await written()
    const masa = await officer('masa')
    for (const slip of ['lanba', 'lmaba sokka', 'lambba', 'amba']) {
      const page = await sought(client, masa, slip)
      page.assertTextIncludes(`/dosya/${lamp.number}`)
      page.assertTextIncludes('Yazılışı bir harf farklı olanlar')
    }
    ;(await sought(client, masa, 'lamba')).assertTextIncludes(`/dosya/${lamp.number}`)
    assert.notInclude((await sought(client, masa, 'lamba')).text(), 'Yazılışı bir harf')
    assert.deepEqual(await found(client, masa, 'bakkal'), [])
  })

  test('has a way on to the 31st, also of what was meant by a slip', async ({ client, assert }) => {
    for (let at = 0; at < 31; at++) await received({ text: `Lamba yanmıyor (${at}).` })
    await written()
    const masa = await officer('masa')
    for (const typed of ['lamba', 'lanba']) {
      const first = await sought(client, masa, typed)
      const form = /<form class="pages"[^]*?<\/form>/.exec(first.text())![0]
      const sonra = /name="sonra" value="([^"]+)"/.exec(form)![1]!
      const benzer = form.includes('name="benzer"') ? { benzer: '1' } : {}
      assert.equal('benzer' in benzer, typed === 'lanba')
      const [one, other] = [
        await found(client, masa, typed),
        await found(client, masa, typed, { sonra, ...benzer }),
      ]
      assert.lengthOf(new Set([...one, ...other]), 31)
    }
  })

  test('stays whole whatever is typed', async ({ client }) => {
    await received()
    await written()
    const masa = await officer('masa')
    for (const ara of [
      ...['', ' ', '\u200b', '%', "' or 1=1 --", '((((', 'a', 've', '__proto__', '❤', 'سلام'],
      ...['kelime '.repeat(2000), 'a'.repeat(10_001), 'é'.repeat(300), '1'.repeat(500), '0.0.0000'],
    ]) {
      ;(await sought(client, masa, ara)).assertStatus(200)
    }
  })

  test('keeps of what was typed a keyed digest alone', async ({ client, assert }) => {
    await sought(client, await officer('masa'), 'Zeliha Deneme')
    const rows = await db.from('inquiries').orderBy('id')
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['name', 'words']
    )
    assert.notMatch(JSON.stringify(rows), /zelih|deneme/i)
  })

  test('stands on every page of staff once, and says what it takes', async ({ client, assert }) => {
    const petition = await received()
    const sef = await officer('sef')
    for (const path of ['/masa', '/kayit', '/izleme', '/hesap', `/dosya/${petition.number}`]) {
      const page = await client.get(path).loginAs(sef)
      page.assertStatus(200)
      const boxes = page.text().match(/<form[^>]*action="\/kayit"[^>]*role="search"/g) ?? []
      assert.lengthOf(boxes, 1, path)
    }
    // Whoever finds nothing has none.
    const it = await client.get('/hesap').loginAs(await officer('bilgiislem'))
    assert.notInclude(it.text(), 'role="search"')
  })

  test('follows a petition from unit to unit', async ({ client, assert }) => {
    const petition = await referredTo('TAR', { text: 'Zeytinlere dolu vurdu.' })
    await written()
    const [tarim, masa] = [await officer('tarim'), await officer('masa')]
    assert.deepEqual(await found(client, tarim, 'zeytin'), [petition.number])
    await petition.refresh()
    await (await Referral.currentOf(petition)).giveBack(tarim, 'Bize ait değil.')
    assert.deepEqual(await found(client, tarim, 'zeytin'), [], 'at once')
    await written()
    assert.deepEqual(await found(client, masa, (await unit('TAR')).name), [])
    assert.isEmpty(await db.from('search_postings').where('scope', 'like', 'u%'))
  })
})
