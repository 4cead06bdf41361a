import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { hiddenFields } from '#database/demo/day/visitor'
import { Petition } from '#intake'
import type { Catalogue, Officer } from '#organisation'
import { send } from '#tests/support/at_the_card'
import { emptied } from '#tests/support/database'
import { person, province } from '#tests/support/databases/three_authorities'
import { officer } from '#tests/support/journey'
import { House } from '#tests/support/programs/house'

const TEXT = 'İl yolundaki köprü çöktü, köyümüze geçilmiyor.'
const WHY = 'Köprü il yolunda; işi Valilik yapar.'
const ANSWER = 'Köprü onarıldı, yol bugün açıldı.'
const PHONE = '0500 000 12 34'

/** Somebody at the pages of one authority. */
function at(client: ApiClient, { authority }: Catalogue, who: Officer) {
  const host = authority.host!
  return {
    async page(path: string) {
      const answer = await client.get(path).header('host', host).loginAs(who).redirects(0)
      return { status: answer.status(), text: answer.text().replaceAll('\u00a0', ' ') }
    },
    async press(number: string, button: string, fields: Record<string, string>) {
      const petition = await Petition.findByOrFail('number', number)
      return send(client, who, petition, button, fields).header('host', host)
    },
  }
}

/** A citizen at the pages of an authority. */
async function applied(client: ApiClient, { authority }: Catalogue) {
  const host = authority.host!
  const form = await client.get('/basvuru').header('host', host)
  const who = { name: 'Ayşe Deneme', nationalId: '12345678950', phone: PHONE }
  const typed = { text: TEXT, subject: '', place: 'Zeytinli', address: 'Zeytinli, Edremit', ...who }
  const fields = { ...hiddenFields(form.text(), '/basvuru'), kind: 'request', ...typed }
  const sent = await client.post('/basvuru').header('host', host).form(fields).redirects(0)
  const receipt = await client.get(sent.header('location')!).header('host', host)
  const [, number] = /data-number="(\d{10})"/.exec(receipt.text())!
  const [, secret] = /data-secret="([A-Z0-9]{6})"/.exec(receipt.text())!
  return { number: number!, secret: secret! }
}

test.group('A petition that is another authority’s', (group) => {
  emptied(group)

  test('goes from a district to the governorate, is answered there, and is told of', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { edremit, governorate } = await province()
    const house = await House.open()
    cleanup(() => house.close())
    const sef = at(client, edremit, await officer('sef'))
    const vali = at(client, governorate, await person(governorate, 'vali', 'AKB', ['bureauChief']))
    const roads = await person(governorate, 'vali.tarim', 'TAR', ['unitOfficer'])
    const head = await person(governorate, 'vali.amir', 'TAR', ['unitHead'])

    const { number, secret } = await applied(client, edremit)
    await house.texts(PHONE, 1)
    assert.include((await sef.page('/masa')).text, number)
    const card = await sef.page(`/dosya/${number}`)
    assert.include(card.text, governorate.authority.name)
    const form = { authority: governorate.authority.code, note: WHY }
    const handed = await sef.press(number, 'sevk', form)
    assert.equal(handed.status(), 303)
    assert.include(handed.header('location')!, '/masa')
    const [, told] = await house.texts(PHONE, 2)
    assert.include(told, governorate.authority.name)
    for (const word of ['Ayşe', 'köprü', 'Tarım', edremit.authority.name, WHY]) {
      assert.notInclude(told, word)
    }

    const queue = (await vali.page('/masa')).text
    assert.include(queue, number)
    assert.include(queue, `gönderen makam: ${edremit.authority.name}`)
    const there = (await vali.page(`/dosya/${number}`)).text
    for (const word of [TEXT, WHY, edremit.authority.name, (await officer('sef')).name]) {
      assert.include(there.replace(/<\/?mark>/g, ''), word)
    }
    assert.equal((await sef.press(number, 'yonlendirme', { unit: 'TAR' })).status(), 404)
    const again = await sef.press(number, 'sevk', form)
    assert.equal(again.status(), 303, 'pressed twice it is done already')

    await vali.press(number, 'yonlendirme', { unit: 'TAR' })
    await house.texts(PHONE, 3)
    const farm = at(client, governorate, roads)
    const answer = { outcome: 'granted', text: ANSWER, intent: 'submit' }
    assert.equal((await farm.press(number, 'cevap', answer)).status(), 303)
    await at(client, governorate, head).press(number, 'onay', {})
    await house.texts(PHONE, 4)

    const kept = await sef.page(`/dosya/${number}`)
    assert.equal(kept.status, 200)
    for (const word of [TEXT, WHY, governorate.authority.name, ANSWER, 'Sonuçlandı']) {
      assert.include(kept.text, word)
    }
    for (const word of [roads.name, head.name, governorate.unitByCode('TAR')!.name, 'formaction']) {
      assert.notInclude(kept.text, word)
    }
    assert.include((await sef.page('/sevkler')).text, number)
    assert.notInclude((await sef.page('/kayit')).text, number)
    assert.equal((await farm.page('/sevkler')).status, 403)

    const lookup = client.post('/sorgula').header('host', governorate.authority.host!)
    const result = await lookup.form({ number, secret })
    assert.include(result.text(), ANSWER)
    assert.include(result.text(), governorate.authority.name)
  }).timeout(120_000)

  test('is found by whoever comes to the old counter with its number', async ({
    client,
    assert,
  }) => {
    const { edremit, governorate } = await province()
    const sef = at(client, edremit, await officer('sef'))
    const { number, secret } = await applied(client, edremit)
    const form = { authority: governorate.authority.code, note: WHY }
    await sef.press(number, 'sevk', form)
    for (const ara of [number, PHONE]) {
      const host = edremit.authority.host!
      const search = client.post('/kayit').header('host', host).form({ ara })
      const found = await search.loginAs(await officer('masa')).withCsrfToken()
      assert.include(found.text(), `/dosya/${number}`, ara)
      assert.include(found.text(), governorate.authority.name)
      const unit = client.post('/kayit').header('host', host).form({ ara })
      const nothing = await unit.loginAs(await officer('tarim')).withCsrfToken()
      assert.notInclude(nothing.text(), `/dosya/${number}`, ara)
    }
    const lookup = client.post('/sorgula').header('host', governorate.authority.host!)
    const page = await lookup.form({ number, secret })
    assert.include(page.text(), `artık şu makam bakıyor: ${governorate.authority.name}`)
  })

  test('shows nothing of an authority’s units and officers to the other one', async ({
    client,
    assert,
  }) => {
    const { edremit, governorate } = await province()
    const [bureau, sef] = [await officer('sef'), at(client, edremit, await officer('sef'))]
    const chief = await person(governorate, 'vali', 'AKB', ['bureauChief'])
    const vali = at(client, governorate, chief)
    const { number } = await applied(client, edremit)
    await sef.press(number, 'yonlendirme', { unit: 'TAR', note: 'Köy yolu mu?' })
    const farm = at(client, edremit, await officer('tarim'))
    await farm.press(number, 'gorusme', { way: 'call', result: 'reached', note: 'İl yolu imiş.' })
    await farm.press(number, 'iade', { reason: 'Yol bizde değil.' })
    await sef.press(number, 'sevk', { authority: governorate.authority.code, note: WHY })

    const there = (await vali.page(`/dosya/${number}`)).text
    const { name } = await officer('tarim')
    for (const word of ['Köy yolu mu?', 'İl yolu imiş.', 'Yol bizde değil.', name]) {
      assert.notInclude(there, word)
    }
    assert.include(there, WHY)
    const kept = (await sef.page(`/dosya/${number}`)).text
    for (const word of ['Köy yolu mu?', 'İl yolu imiş.', 'Yol bizde değil.', name]) {
      assert.include(kept, word)
    }

    await vali.press(number, 'yonlendirme', { unit: 'TAR', note: 'Bakın.' })
    const unit = await person(governorate, 'vali.tarim', 'TAR', ['unitOfficer'])
    await at(client, governorate, unit).press(number, 'iade', { reason: 'İl yolu değilmiş.' })
    await vali.press(number, 'sevk-iadesi', { reason: 'Köy yolu çıktı.' })
    const back = (await sef.page(`/dosya/${number}`)).text
    assert.include(back, 'Köy yolu çıktı.')
    assert.include(back, bureau.name)
    for (const word of ['Bakın.', 'İl yolu değilmiş.', unit.name]) assert.notInclude(back, word)
    assert.equal((await vali.page(`/dosya/${number}`)).status, 404)
    assert.include((await sef.page('/masa?filtre=returned')).text, number)
  })
})
