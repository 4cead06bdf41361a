import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { Petition } from '#intake'
import type { Officer } from '#organisation'
import { open, says, send } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { officer, referredTo } from '#tests/support/journey'

const TEXT = {
  title: 'Kar temizliği',
  subject: '',
  text: '{sayin},\n\n{gun} tarihli başvurunuz incelendi. Yer: {mahalle}. İlgili birim: {birim}.',
  textEn: '',
  isOn: '1',
}

function keep(client: ApiClient, who: Officer, fields: Record<string, string>, id = 'yeni') {
  const page = client.post(`/hazir-metinler/${id}`).loginAs(who).withCsrfToken().redirects(0)
  return page.form({ version: '0', ...TEXT, ...fields })
}
const rows = () => db.from('ready_texts').where('title', 'like', 'Kar%').orderBy('id')

test.group('Ready texts', (group) => {
  wrapped(group)

  test('are written, changed and switched off by the chief, and what stood there stays', async ({
    client,
    assert,
  }) => {
    const sef = await officer('sef')
    ;(await keep(client, sef, {})).assertStatus(303)
    const [first] = await rows()
    const list = await client.get('/hazir-metinler').loginAs(sef)
    list.assertTextIncludes(TEXT.title)
    const changed = { version: String(first.version), text: 'Ekip {bugun} günü gönderildi.' }
    ;(await keep(client, sef, { ...changed, isOn: '' }, String(first.id))).assertStatus(303)
    const [old, now] = await rows()
    assert.isNotNull(old.closed_at)
    assert.equal(now.first_id, first.id)
    assert.isFalse(Boolean(now.is_on))
    const page = await client.get(`/hazir-metinler/${now.id}`).loginAs(sef)
    page.assertTextIncludes('başvurunuz incelendi')
    assert.lengthOf(await db.from('changes').where('thing', 'readyText'), 2)
    // Switched off, it is offered no more.
    const petition = await referredTo('TAR')
    const offered = await client
      .get(`/dosya/${petition.number}/cevap/hazir-metinler`)
      .loginAs(await officer('tarim'))
    assert.notInclude(offered.text(), TEXT.title)
    // They name whoever brought it: a look.
    assert.lengthOf(await db.from('views').where('petition_id', petition.id), 1)
  })

  test('come back whole with a sentence for each thing to mend', async ({ client, assert }) => {
    const sef = await officer('sef')
    const page = await keep(client, sef, {
      title: ' ',
      text: 'Sayın {ad}',
      textEn: 'To {birim}’s office',
      subject: 'yok.boyle',
    })
    page.assertStatus(422)
    page.assertTextIncludes('Sayın {ad}')
    page.assertTextIncludes(says('response.problems.text.unknownPlace', { name: 'ad' }))
    page.assertTextIncludes(says('response.problems.textEn.suffix', { place: '{birim}’s' }))
    page.assertTextIncludes(says('response.problems.title.required'))
    page.assertTextIncludes(says('response.problems.subject.choice'))
    assert.lengthOf(await rows(), 0)
  })

  test('are not overwritten by whoever had an older page open', async ({ client, assert }) => {
    const sef = await officer('sef')
    await keep(client, sef, {})
    const [{ id }] = await rows()
    const path = `/hazir-metinler/${id}`
    await keep(client, sef, { version: '1', title: 'Kar yolları' }, String(id))
    ;(await client.get(path).loginAs(sef)).assertStatus(404)
    const [, now] = await rows()
    const late = await keep(client, sef, { version: '7', title: 'Kar hızlı' }, String(now.id))
    late.assertStatus(409)
    late.assertTextIncludes('Kar hızlı')
    assert.lengthOf(await rows(), 2)
  })

  test('are the chief’s alone to keep, of the own authority', async ({ client }) => {
    for (const login of ['tarim', 'masa', 'tarim.amir', 'bilgiislem']) {
      const who = await officer(login)
      ;(await client.get('/hazir-metinler').loginAs(who)).assertStatus(403)
      ;(await keep(client, who, {})).assertStatus(403)
    }
  })

  test('are offered filled in, of the petition’s subject and of all, and go into the answer', async ({
    client,
    assert,
  }) => {
    const sef = await officer('sef')
    await keep(client, sef, {})
    await keep(client, sef, { title: 'Kar başka konu', subject: 'tapu.devir' })
    const [tarim, petition] = [await officer('tarim'), await referredTo('TAR')]
    const path = `/dosya/${petition.number}/cevap/hazir-metinler`
    const part = await client.get(path).loginAs(tarim).header('hx-request-type', 'partial')
    part.assertTextIncludes('Sayın Ayşe Deneme,')
    part.assertTextIncludes('Yer: Zeytinli.')
    assert.notInclude(part.text(), 'Kar başka konu')
    assert.notInclude(part.text(), '<html')
    ;(await client.get(path).loginAs(tarim)).assertTextIncludes('<html')

    // Without a script: by a button that brings the card again with it.
    const [{ id }] = await rows()
    const words = { 'draft-text': 'Benim sözüm.', 'contact-note': 'Aradım.' }
    const shown = await send(client, tarim, petition, 'cevap/hazir-metinler', words)
    shown.assertStatus(200)
    shown.assertTextIncludes(TEXT.title)
    const pressed = { ...words, ready: String(id) }
    const put = await send(client, tarim, petition, 'cevap/hazir-metinler', pressed)
    put.assertStatus(200)
    assert.match(put.text(), /Benim sözüm\.\n\nSayın Ayşe Deneme,/)
    put.assertTextIncludes('Aradım.')
    assert.lengthOf(await db.from('answers'), 0)
    const nobody = await send(client, await officer('kaymakam'), petition, 'cevap/hazir-metinler')
    nobody.assertStatus(403)
  })

  test('name nobody where the unit may not know who it is', async ({ client, assert }) => {
    await keep(client, await officer('sef'), {})
    const petition = await referredTo('TAR', { kind: 'tipOff', name: 'Gizli Kişi' })
    const page = await client
      .get(`/dosya/${petition.number}/cevap/hazir-metinler`)
      .loginAs(await officer('tarim'))
    page.assertTextIncludes('Sayın başvuru sahibi,')
    assert.notInclude(page.text(), 'Gizli Kişi')
    assert.notInclude(page.text(), 'Zeytinli')
  })

  test('are in the language of whoever will read them', async ({ client, assert }) => {
    const sef = await officer('sef')
    await keep(client, sef, { textEn: '{sayin},\n\nyour petition of {gun} was looked into.' })
    await keep(client, sef, { title: 'Kar yalnız Türkçe' })
    const petition = await referredTo('TAR', { locale: 'en', name: 'Ann Example' })
    const page = await client
      .get(`/dosya/${petition.number}/cevap/hazir-metinler`)
      .loginAs(await officer('tarim'))
    page.assertTextIncludes('Dear Ann Example,')
    assert.notInclude(page.text(), 'Kar yalnız Türkçe')
  })

  test('cannot be sent for approval with a place that nobody filled in', async ({ client }) => {
    const [petition, tarim] = [await referredTo('TAR'), await officer('tarim')]
    const words = { outcome: 'informed', text: 'Yolunuz ___ günü onarılacak.', intent: 'submit' }
    const page = await send(client, tarim, petition, 'cevap', words)
    page.assertStatus(422)
    page.assertTextIncludes(says('response.problems.text.openPlace', { place: '___' }))
    ;(await send(client, tarim, petition, 'cevap', { ...words, intent: 'save' })).assertStatus(303)
    ;(await open(client, tarim, await Petition.findOrFail(petition.id))).assertTextIncludes('___')
  })
})
