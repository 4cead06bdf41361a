import { test } from '@japa/runner'
import { Catalogue } from '#organisation'
import { Contact } from '#response'
import { today } from '#shared/dates/turkish_date'
import { says } from '#tests/support/at_the_card'
import { fresh, PHONE, plan, plansOf } from '#tests/support/contacts'
import { wrapped } from '#tests/support/database'
import { officer, referredTo } from '#tests/support/journey'
import { sendAs } from '#tests/support/officers'
import type { ApiClient } from '@japa/api-client'

const DAY = () => today().toFormat('d.M.yyyy')

async function visited(client: ApiClient, address: string, name: string) {
  const petition = await referredTo('TAR', { address, name, phone: PHONE })
  const visit = { way: 'visit', day: DAY(), anyway: '1', ask: 'Dere ne zaman taştı?' }
  ;(await plan(client, await officer('tarim'), petition, visit)).assertStatus(303)
  return { petition: await fresh(petition), visit: (await plansOf(petition))[0]! }
}

test.group('A day’s visits', (group) => {
  wrapped(group)
  group.each.teardown(() => Catalogue.forget())

  test('are listed by quarter in walking order, for their unit alone', async ({
    client,
    assert,
  }) => {
    await visited(client, 'Zeytinli Mah. Çınar Sk. No:10', 'Ali Deneme')
    await visited(client, 'Akçay Mah. Çam Sk. No:2', 'Veli Deneme')
    await visited(client, 'Zeytinli Mah. Çınar Sk. No:9', 'Can Deneme')
    const page = await client.get('/birim/ziyaretler').loginAs(await officer('tarim'))
    const at = ['Akçay', 'Veli', 'Zeytinli', 'Can', 'Ali'].map((word) => page.text().indexOf(word))
    assert.notInclude(at, -1)
    assert.deepEqual(
      at,
      at.toSorted((a, b) => a - b)
    )
    page.assertTextIncludes('0500 012 34 56')
    page.assertTextIncludes('Dere ne zaman taştı?')
    const others = await client.get('/birim/ziyaretler').loginAs(await officer('muftuluk'))
    assert.notInclude(others.text(), 'Deneme')
    const mine = await client.get('/birim/ziyaretler?kim=ben').loginAs(await officer('tarim.amir'))
    assert.notInclude(mine.text(), 'Ali Deneme')
  })

  test('are entered at once; what is missing stays on the page, and nothing twice', async ({
    client,
    assert,
  }) => {
    const tarim = await officer('tarim')
    const one = await visited(client, 'Akçay Mah. Çam Sk. No:2', 'Veli Deneme')
    const two = await visited(client, 'Zeytinli Mah. Çınar Sk. No:9', 'Can Deneme')
    const fields = {
      [`result-${one.visit.id}`]: 'reached',
      [`note-${one.visit.id}`]: 'Evdeydi, yolu gösterdi.',
      [`result-${two.visit.id}`]: 'notReached',
      [`note-${two.visit.id}`]: '',
    }
    const half = await sendAs(client, tarim, '/birim/ziyaretler', fields)
    half.assertStatus(422)
    half.assertTextIncludes(says('response.problems.note.required'))
    assert.equal((await plansOf(one.petition))[0]!.state, 'done')
    assert.equal((await plansOf(two.petition))[0]!.state, 'open')
    const whole = { ...fields, [`note-${two.visit.id}`]: 'Evde kimse yoktu.' }
    ;(await sendAs(client, tarim, '/birim/ziyaretler', whole)).assertStatus(303)
    ;(await sendAs(client, tarim, '/birim/ziyaretler', whole)).assertStatus(303)
    const contacts = await Contact.query().orderBy('id')
    assert.deepEqual(
      contacts.map(({ way, result }) => [way, result]),
      [
        ['visit', 'reached'],
        ['visit', 'notReached'],
      ]
    )
  })

  test('keep what a colleague wrote for one that is not there any more', async ({ client }) => {
    const { visit, petition } = await visited(client, 'Akçay Mah. Çam Sk. No:2', 'Veli Deneme')
    const amir = await officer('tarim.amir')
    await plan(client, await officer('tarim'), petition, {}, `plan/${visit.id}/iptal`)
    const note = 'Komşusuyla konuştum, pazartesi dönecekmiş.'
    const fields = { [`result-${visit.id}`]: 'notReached', [`note-${visit.id}`]: note }
    const page = await sendAs(client, amir, '/birim/ziyaretler', fields)
    page.assertStatus(422)
    page.assertTextIncludes(note)
    page.assertTextIncludes(says('response.problems.result.gone'))
  })
})
