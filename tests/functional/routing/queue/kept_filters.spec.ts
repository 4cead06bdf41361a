import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type { Officer } from '#organisation'
import { says } from '#tests/support/at_the_card'
import { wrapped } from '#tests/support/database'
import { district } from '#tests/support/databases/district'
import { officer } from '#tests/support/journey'

const PATH = '/masa/suzgecler'

function send(client: ApiClient, who: Officer, rest: string, form: Record<string, string>) {
  return client
    .post(PATH + rest)
    .loginAs(who)
    .withCsrfToken()
    .redirects(0)
    .form(form)
}

test.group('A filter of the queue', (group) => {
  wrapped(group)

  test('is kept under a name, renamed and taken away, by its officer alone', async ({
    client,
    assert,
  }) => {
    const catalogue = await district()
    const [masa, sef] = [await officer('masa'), await officer('sef')]
    const asked = { filtre: 'late', konu: catalogue.subjects[0]!.code, sira: 'yer' }
    for (let press = 0; press < 2; press++) {
      const kept = await send(client, masa, '', { ...asked, filter: 'Yol işleri', ne: 'yabancı' })
      kept.assertStatus(303)
    }
    const [row, ...others] = await db.from('kept_filters')
    assert.isEmpty(others, 'pressed twice, kept once')
    const address = `/masa?${new URLSearchParams({ filtre: 'late', sira: 'yer', konu: asked.konu })}`
    const queue = await client.get('/masa').loginAs(masa)
    assert.include(queue.text().replaceAll('&amp;', '&'), `href="${address}">Yol işleri</a>`)
    const list = await client.get(address).loginAs(masa)
    list.assertStatus(200)
    const theirs = await client.get('/masa').loginAs(sef)
    assert.notInclude(theirs.text(), 'Yol işleri')

    const field = `filter-${row.id}`
    const foreign = await send(client, sef, `/${row.id}`, { [field]: 'Benim' })
    foreign.assertStatus(404)
    await send(client, sef, `/${row.id}/kaldir`, {})
    await send(client, masa, `/${row.id}`, { [field]: 'Yollar' })
    assert.equal((await db.from('kept_filters').first()).name, 'Yollar')
    await send(client, masa, `/${row.id}/kaldir`, {})
    assert.isEmpty(await db.from('kept_filters'))
  })

  test('has a name that is nobody’s number, and there are twelve at most', async ({
    client,
    assert,
  }) => {
    const masa = await officer('masa')
    const names = ['', '  ', '12345678950', 'Ayşe 0500 000 00 00', 'a'.repeat(41)]
    for (const filter of names) {
      const page = await send(client, masa, '', { filtre: 'late', filter })
      page.assertStatus(422)
    }
    assert.isEmpty(await db.from('kept_filters'))
    for (let one = 0; one < 12; one++) await send(client, masa, '', { filter: `Süzgeç ${one}` })
    const page = await send(client, masa, '', { filter: 'On üçüncü' })
    page.assertStatus(422)
    page.assertTextIncludes(says('routing.problems.filter.most', { most: 12 }))
    page.assertTextIncludes('On üçüncü')
    const taken = await db.from('kept_filters').orderBy('id').first()
    const field = `filter-${taken.id}`
    const other = await send(client, masa, `/${taken.id}`, { [field]: 'Süzgeç 3' })
    other.assertStatus(422)
    other.assertTextIncludes(says('routing.problems.filter.taken'))
  })
})
