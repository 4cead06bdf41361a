import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { FormToken } from '../../../app/intake/form/form_token.ts'
import { wrapped } from '#tests/support/database'
import { officer } from '#tests/support/journey'

test.group('The same words at the desk', (group) => {
  wrapped(group)

  test('are asked about, with the way to the first petition, and taken all the same', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const send = (typed: Record<string, string>) =>
      client
        .post('/masa/yeni')
        .loginAs(masa)
        .withCsrfToken()
        .redirects(0)
        .form({ text: 'Çeşme akmıyor.', channel: 'desk', ...typed })
    ;(await send({ token: FormToken.issue() })).assertStatus(303)
    const [{ number }] = await db.from('petitions')

    const second = { token: FormToken.issue(), place: 'Zeytinli' }
    const page = await send(second)
    page.assertStatus(422)
    page.assertTextIncludes(`href="/dosya/${number}"`)
    page.assertTextIncludes('value="Zeytinli"')
    assert.lengthOf(await db.from('petitions'), 1)
    ;(await send({ ...second, again: '1' })).assertStatus(303)
    assert.lengthOf(await db.from('petitions'), 2)
  })
  test('lead nobody to a petition that they may not see', async ({ client, assert }) => {
    const masa = await officer('masa')
    const send = () =>
      client
        .post('/masa/yeni')
        .loginAs(masa)
        .withCsrfToken()
        .redirects(0)
        .form({
          ...{ text: 'Büro kapalıydı.', phone: '0500 012 34 56', complained: 'AKB' },
          ...{ kind: 'complaint', channel: 'desk', token: FormToken.issue() },
        })
    ;(await send()).assertStatus(303)
    const [{ number }] = await db.from('petitions')
    const page = await send()
    page.assertStatus(422)
    page.assertTextIncludes('name="again" value="1"')
    assert.notInclude(page.text(), number)
  })

  test('tell nobody of what others brought and they may not see', async ({ client, assert }) => {
    const masa = await officer('masa')
    const typed = () => ({
      ...{ text: 'Büro kapalıydı.', phone: '0500 012 34 56', complained: 'AKB' },
      ...{ kind: 'complaint', name: 'Ayşe Deneme', noNationalId: '1', token: FormToken.issue() },
    })
    ;(await client.post('/basvuru').form(typed()).redirects(0)).assertStatus(303)
    const page = await client
      .post('/masa/yeni')
      .loginAs(masa)
      .withCsrfToken()
      .redirects(0)
      .form({ ...typed(), complained: '', kind: 'request', channel: 'desk' })
    page.assertStatus(303)
    assert.lengthOf(await db.from('petitions'), 2)
  })
})
