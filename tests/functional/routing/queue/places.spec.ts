import { test } from '@japa/runner'
import { Petition } from '#intake'
import { officer } from '#tests/support/journey'
import { emptied } from '#tests/support/database'
import { details } from '#tests/support/petitions'
import { opened } from '#tests/support/walks/every_form'

/** In no alphabet of ours, and more marks than a letter can carry. */
const PLACES = ['Привет 水 👍', `a${'\u0301'.repeat(180)}`, 'Iğdır Çarşısı', '']

test.group('The order by place', (group) => {
  emptied(group)

  test('has whatever somebody wrote as a place', async ({ client, assert }) => {
    const numbers: string[] = []
    for (const place of PLACES) {
      numbers.push((await Petition.receive(details({ place }))).petition.number)
    }
    const page = await opened(client, await officer('masa'), '/masa?sira=yer')
    page.assertStatus(200)
    for (const number of numbers) assert.include(page.text(), `/dosya/${number}`)
  })
})
