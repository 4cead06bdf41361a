import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { moment } from '#shared/dates/stored'
import { blindIndex } from '#shared/keys'
import { OutageForm } from '../../../../app/intake/models/outage_form.ts'
import { OutageToken } from '../../../../app/intake/outage/sealing/token.ts'
import { emptied } from '#tests/support/database'
import { officer } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'
import { lineOf, sealed, sentForms, words } from '#tests/support/outage'

const HOUR = 3_600_000

async function cameBack(client: ApiClient, about: Record<string, string>) {
  const masa = await officer('masa')
  const token = OutageToken.issue(masa, Date.now() - 4 * HOUR).text
  const at = Date.now() - 3 * HOUR
  await sentForms(client, masa, [
    await sealed(await lineOf(client, masa), token, words(about), { at }),
  ])
  return { form: await OutageForm.query().where('is_open', true).firstOrFail(), at }
}

test.group('A form that came back', (group) => {
  emptied(group)

  test('stands on the list with its reference, is mended, and keeps its moment', async ({
    client,
    assert,
  }) => {
    const sef = await officer('sef')
    const { form, at } = await cameBack(client, { phone: '0500 012', nationalId: '11111111111' })
    assert.isTrue((await lineOf(client, sef)).isBack, 'the desk’s pages say so')
    const list = await client.get('/masa/hatsiz').loginAs(sef)
    list.assertTextIncludes(form.shownReference)
    assert.notInclude(list.text(), 'Ayşe Deneme')

    const path = `/masa/hatsiz/${form.id}`
    const page = await client.get(path).loginAs(sef)
    page.assertTextIncludes('value="0500 012"')
    const look = await db.from('inquiries').where('kind', 'outageForm').firstOrFail()
    assert.equal(look.officer_id, sef.id, 'it leaves a row that this one was opened')
    assert.equal(look.digest, blindIndex('inquiry', `outageForm ${form.id}`))
    page.assertTextIncludes('id="phone-problem"')
    page.assertTextIncludes('id="nationalId-problem"')
    const again = await sendAs(client, sef, path, words({ phone: '0500 01' }))
    again.assertStatus(422)
    again.assertTextIncludes('value="0500 01"')
    ;(await sendAs(client, sef, path, words())).assertStatus(303)
    const petition = await db.from('petitions').firstOrFail()
    assert.closeTo(moment(petition.received_at).toMillis(), at, 2000)
    assert.equal(petition.received_by, form.writerId)
    // Pressed twice, or by two.
    ;(await sendAs(client, sef, path, words())).assertStatus(303)
    assert.lengthOf(await db.from('petitions'), 1)
    const settled = await OutageForm.findOrFail(form.id)
    assert.equal(settled.settledBy, sef.id)
    assert.isNull(settled.content)
    assert.isFalse((await lineOf(client, sef)).isBack)

    // Whoever stands at the counter with the provisional slip is led to the petition.
    for (const typed of [form.reference, form.shownReference.toLowerCase()]) {
      const found = await client.get('/masa/hatsiz').qs({ kod: typed }).loginAs(sef)
      found.assertTextIncludes(`href="/dosya/${petition.number}"`)
    }
  })

  test('becomes a petition of its own where its token was used, and one alone', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const line = await lineOf(client, masa)
    const { token } = line.tokens[0]!
    const other = words({ text: 'Köprünün korkuluğu kırık.', name: 'Mehmet Deneme' })
    await sentForms(client, masa, [
      await sealed(line, token, words()),
      await sealed(line, token, other),
    ])
    const form = await OutageForm.query().where('is_open', true).firstOrFail()
    ;(await sendAs(client, masa, `/masa/hatsiz/${form.id}`, other)).assertStatus(303)
    assert.lengthOf(await db.from('petitions'), 2)
  })

  test('with the words of the same hour is asked about, and can be closed', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const line = await lineOf(client, masa)
    const [one, two] = line.tokens
    const results = await sentForms(client, masa, [
      await sealed(line, one!.token, words()),
      await sealed(line, two!.token, words()),
    ])
    assert.equal(results[1]!.state, 'returned')
    const form = await OutageForm.query().where('is_open', true).firstOrFail()
    const path = `/masa/hatsiz/${form.id}`
    const asked = await sendAs(client, masa, path, words())
    asked.assertStatus(422)
    asked.assertTextIncludes('name="again" value="1"')
    ;(await sendAs(client, masa, path, { ...words(), close: '1' })).assertStatus(303)
    assert.lengthOf(await db.from('petitions'), 1)
    const closed = await OutageForm.findOrFail(form.id)
    assert.deepInclude(closed.serialize(), { petitionId: null })
    assert.include(closed.words.text, 'Çeşmemiz', 'what was written is not thrown away')
  })

  test('is nobody’s of another authority', async ({ client }) => {
    const { form } = await cameBack(client, { phone: '1' })
    await OutageForm.query().update({ authority_id: (await officer('sef')).authorityId })
    await db.from('outage_forms').update({ id: form.id })
    const tarim = await officer('tarim')
    ;(await client.get(`/masa/hatsiz/${form.id}`).loginAs(tarim)).assertStatus(403)
    const masa = await officer('masa')
    ;(await client.get(`/masa/hatsiz/${form.id + 1}`).loginAs(masa)).assertStatus(404)
  })
})
