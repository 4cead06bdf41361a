import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Catalogue, Subject } from '#organisation'
import { FormToken } from '../../../app/intake/form/form_token.ts'
import { wrapped } from '#tests/support/database'
import { says } from '#tests/support/at_the_card'
import { district } from '#tests/support/databases/district'
import { officer } from '#tests/support/journey'
import { opened, posted } from '#tests/support/walks/every_form'

const NOTICE = 'Bayram harçlığı diye bir yardım yoktur.'
const CARD = '4111 1111 1111 1111'

function form(about: Record<string, string> = {}) {
  return {
    ...{ text: 'Yardım istiyorum.', kind: 'request', subject: '', place: '', complained: '' },
    ...{ name: 'Mehmet Deneme', nationalId: '12345678950', phone: '0500 012 34 56' },
    ...{ address: '', email: '', token: FormToken.issue() },
    ...about,
  }
}

async function noted() {
  const { subjects } = await district()
  const subject = await Subject.findOrFail(subjects[0]!.id)
  await subject.merge({ notice: NOTICE, noticeEn: null }).save()
  Catalogue.forget()
  return subject
}

test.group('Before a petition is sent', (group) => {
  wrapped(group)

  test('the form says once what the bureau has to say of its subject', async ({
    client,
    assert,
  }) => {
    const { code, id } = await noted()
    const typed = form({ subject: code })
    const said = await client.post('/basvuru').form(typed)
    said.assertStatus(422)
    said.assertTextIncludes(NOTICE)
    said.assertTextIncludes('Yine de gönder')
    said.assertTextIncludes(`name="warned" value="subject-${id}"`)
    assert.lengthOf(await db.from('petitions'), 0)
    ;(await client.post('/en/basvuru').form(typed)).assertTextIncludes(NOTICE)
    const sent = await client
      .post('/basvuru')
      .form({ ...typed, warned: `subject-${id}` })
      .redirects(0)
    sent.assertStatus(303)
  })

  test('it names a number that stands in the text, and not one’s own telephone', async ({
    client,
    assert,
  }) => {
    const typed = form({ text: `Kartım ${CARD}, beni 0500 0123456 numarasından arayın.` })
    const said = await client.post('/basvuru').form(typed)
    said.assertStatus(422)
    said.assertTextIncludes('Yazınızda kart numarası var: 41…1111')
    assert.notInclude(said.text(), 'telefon numarası var')
    said.assertTextIncludes(CARD)
    const other = await client.post('/basvuru').form({ ...typed, phone: '0500 012 34 57' })
    other.assertTextIncludes('Yazınızda telefon numarası var: +9…3456')
    const sent = await client
      .post('/basvuru')
      .form({ ...typed, warned: 'card' })
      .redirects(0)
    sent.assertStatus(303)
  })

  test('a page asks for it while somebody writes, and nothing is kept', async ({
    client,
    assert,
  }) => {
    const { code } = await noted()
    const asked = await client.post('/basvuru/uyarilar').form({ text: CARD, subject: code })
    asked.assertStatus(200)
    asked.assertTextIncludes(NOTICE)
    asked.assertTextIncludes('kart numarası')
    assert.isUndefined(asked.header('set-cookie'))
    const nothing = await client.post('/basvuru/uyarilar').form({ text: 'Su yok', subject: '' })
    assert.equal(nothing.text(), '')
  })
})

test.group('What the bureau has to say of a subject', (group) => {
  wrapped(group)

  test('is entered by the chief, and kept among the changes', async ({ client, assert }) => {
    const subject = await noted()
    await subject.merge({ notice: null }).save()
    const { name, headingId, kind, version } = await subject.refresh()
    const typed = { name, heading: String(headingId), kind, unit: '', version: String(version) }
    const long = await posted(client, await officer('sef'), `/yonetim/konular/${subject.id}`, {
      ...typed,
      notice: 'a'.repeat(301),
    })
    long.assertStatus(422)
    long.assertTextIncludes(says('administration.problems.notice.maxLength', { max: 300 }))
    const kept = await posted(client, await officer('sef'), `/yonetim/konular/${subject.id}`, {
      ...typed,
      notice: NOTICE,
    })
    kept.assertStatus(303)
    assert.equal((await subject.refresh()).notice, NOTICE)
    const shown = await opened(client, await officer('sef'), `/yonetim/konular/${subject.id}`)
    shown.assertTextIncludes('Vatandaşa not')
  })
})
